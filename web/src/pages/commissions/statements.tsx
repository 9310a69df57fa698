// What people wrote about a commission or one of its sessions: it names the side, never the person.
import type { Commission } from '../../api/types.ts';
import { say } from '../../text/say.ts';
import { statementsText as t } from './statements.text.ts';

type Statement = NonNullable<Commission['said']>[number];

const heading = ({ about, side }: Statement) => {
  if (side === 'pool') return t.pool;
  return about === 'resolved' ? t.resolved : t.enterprise;
};

/** Without `n`: what was written about the whole commission. */
export function StatementsAbout({ commission, n }: { readonly commission: Commission; readonly n?: number }) {
  const statements = (commission.said ?? []).filter((one) => one.session === n);
  if (statements.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{say(t.title)}</h2>
      {statements.map((one) => (
        <div key={`${one.about} ${one.side} ${one.text}`} class="govuk-inset-text">
          <p class="govuk-body kitty-muted">{say(heading(one))}</p>
          <p class="govuk-body kitty-typed">{one.text}</p>
        </div>
      ))}
    </section>
  );
}
