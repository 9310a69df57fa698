// What people wrote about a commission or one of its sessions: it names the side, never the person.
import type { Commission } from '../../api/types.ts';
import { say } from '../../text/say.ts';
import { saidText as t } from './said.text.ts';

type Said = NonNullable<Commission['said']>[number];

const heading = ({ about, side }: Said) => {
  if (side === 'pool') return t.pool;
  return about === 'resolved' ? t.resolved : t.enterprise;
};

/** Without `n`: what was written about the whole commission. */
export function SaidAbout({ commission, n }: { readonly commission: Commission; readonly n?: number }) {
  const said = (commission.said ?? []).filter((one) => one.session === n);
  if (said.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{say(t.title)}</h2>
      {said.map((one) => (
        <div key={`${one.about} ${one.side} ${one.text}`} class="govuk-inset-text">
          <p class="govuk-body kitty-muted">{say(heading(one))}</p>
          <p class="govuk-body kitty-typed">{one.text}</p>
        </div>
      ))}
    </section>
  );
}
