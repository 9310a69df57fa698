// What I need to do in a pool: a big link for each thing, or that there is nothing to do.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Pool } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { dayName, instant } from '../../text/format.ts';
import { type Params, say } from '../../text/say.ts';
import type { Sentence } from '../../text/texts.ts';
import { poolTodosText as t } from './pool-todos.text.ts';
import type { Todo } from './todos.ts';

interface TodoCard {
  readonly href: string;
  readonly title: string;
  readonly text: Sentence;
  readonly params: Params;
}

export const PoolTodos = ({ pool, todos }: { readonly pool: Pool; readonly todos: readonly Todo[] }) => (
  <section>
    <h2 class="govuk-heading-m">{say(t.title)}</h2>
    {todos.length === 0 ? (
      <Say text={t.nothing} />
    ) : (
      <ul class="kitty-cards">
        {todos
          .map((todo) => cardFor(pool, todo))
          .map(({ href, title, text, params }) => (
            <li key={`${href} ${title}`} class="kitty-card kitty-card--link kitty-card--accent">
              <h3 class="kitty-card__title">
                <a class="govuk-link" href={href}>
                  {title}
                </a>
              </h3>
              <Say text={text} params={params} />
            </li>
          ))}
      </ul>
    )}
  </section>
);

function cardFor({ id }: Pool, todo: Todo): TodoCard {
  switch (todo.type) {
    case 'sign':
      return { href: `/pools/${id}/agreement`, title: say(t.signTitle), text: t.sign, params: {} };
    case 'vote':
    case 'agree-to-more':
    case 'pay-in':
      return proposalCard(id, todo);
    case 'confirm':
    case 'settle':
    case 'raise-limit':
    case 'pay-ahead':
      return sessionCard(id, todo);
  }
}

function proposalCard(poolId: string, todo: Extract<Todo, { proposal: unknown }>): TodoCard {
  const { id, title, closesAt, myShareAtMostPence } = todo.proposal;
  const href = `/pools/${poolId}/proposals/${id}`;
  const share = myShareAtMostPence === undefined ? '' : pounds(myShareAtMostPence);
  const params = { when: instant(closesAt), share };
  switch (todo.type) {
    case 'vote':
      return { href, title: say(t.voteTitle, { title }), text: share === '' ? t.vote : t.voteCost, params };
    case 'agree-to-more':
      return { href, title: say(t.moreTitle, { title }), text: t.more, params };
    case 'pay-in':
      return {
        href: `/pools/${poolId}/put-in?pence=${todo.pence}`,
        title: say(t.payInTitle, { title, sum: pounds(todo.pence) }),
        text: t.payIn,
        params,
      };
  }
}

function sessionCard(poolId: string, todo: Extract<Todo, { session: unknown }>): TodoCard {
  const { commission, session } = todo;
  const { title } = commission;
  const day = dayName(session.on);
  const href = `/commissions/${commission.id}/sessions/${session.n}`;
  switch (todo.type) {
    case 'confirm':
      return { href, title: say(t.confirmTitle, { title }), text: t.confirm, params: { day } };
    case 'settle':
      return { href, title: say(t.settleTitle, { title }), text: t.settle, params: { day } };
    case 'raise-limit':
      return {
        href: `/commissions/${commission.id}`,
        title: say(t.limitTitle, { title }),
        text: t.limit,
        params: { day, share: pounds(todo.pence) },
      };
    case 'pay-ahead':
      return {
        href: `/pools/${poolId}/put-in?pence=${todo.pence}`,
        title: say(t.aheadTitle, { title, sum: pounds(todo.pence) }),
        text: t.ahead,
        params: { day },
      };
  }
}
