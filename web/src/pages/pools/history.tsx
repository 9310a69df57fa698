// /pools/:id/history: what happened, day by day, the newest first.
import { useLocation, useRoute } from 'preact-iso';
import { useLoad } from '../../api/load.ts';
import type { History, Pool } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { dayOfInstant } from '../../text/format.ts';
import { easyRead, say } from '../../text/say.ts';
import { historyText as t } from './history.text.ts';
import { type HistorySentence, sentencesOfEvent } from './history-words.ts';

const A_PAGE = 30;

export function HistoryPage() {
  const { params } = useRoute();
  const pool = useLoad('GET /v1/pools/{id}', { params: { id: params.id ?? '' } });
  return <Loaded of={pool}>{(found) => <Events pool={found} />}</Loaded>;
}

/** Events are numbered from 1 without gaps and read in ascending order, so the newest page starts that many before the last. */
function Events({ pool }: { readonly pool: Pool }) {
  const { query } = useLocation();
  const asked = Number(query.until);
  const last = asked > 0 && asked < pool.seq ? Math.floor(asked) : pool.seq;
  const after = Math.max(0, last - A_PAGE);
  const own = `/pools/${pool.id}`;
  const history = useLoad('GET /v1/pools/{id}/history', {
    params: { id: pool.id },
    query: { after, limit: last - after },
  });
  return (
    <Loaded of={history}>
      {({ items }) => (
        <Page
          key={last}
          title={say(t.title)}
          caption={pool.name}
          back={{ href: own }}
          words={['proposal', 'vote', 'session', 'enterprise', 'agreement']}
        >
          <Say text={items.length === 0 ? t.nothing : t.intro} />
          <ol class="kitty-history">
            {daysOf(items).map(({ day, events }) => (
              <li key={day}>
                <span class="kitty-history__when">{say(t.on, { day })}</span>
                {events.map((event) => (
                  <EventSentences key={event.seq} sentences={sentencesOfEvent(event, pool)} />
                ))}
              </li>
            ))}
          </ol>
          <nav class="kitty-row" aria-label={say(t.pages)}>
            {after > 0 && (
              <a class="govuk-link" href={`${own}/history?until=${after}`}>
                {say(t.older)}
              </a>
            )}
            {last < pool.seq && (
              <a class="govuk-link" href={`${own}/history?until=${Math.min(pool.seq, last + A_PAGE)}`}>
                {say(t.newer)}
              </a>
            )}
          </nav>
        </Page>
      )}
    </Loaded>
  );
}

/** An event and what followed from it: one paragraph, or in Easy Read one line for each sentence. */
function EventSentences({ sentences }: { readonly sentences: readonly HistorySentence[] }) {
  if (!easyRead.value)
    return <p class="govuk-body">{sentences.map(({ text, params }) => say(text, params)).join(' ')}</p>;
  return (
    <>
      {sentences.map(({ text, params }, at) => (
        <Say key={at} text={text} params={params} />
      ))}
    </>
  );
}

interface Day {
  readonly day: string;
  readonly events: History['items'];
}

/** The newest day first, and in it the newest event first. */
function daysOf(items: History['items']): Day[] {
  const days = new Map<string, History['items']>();
  for (const event of items.toReversed()) {
    const day = dayOfInstant(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days].map(([day, events]) => ({ day, events }));
}
