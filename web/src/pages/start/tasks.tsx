// What somebody who is signed in can do, by their roles, as cards.
import { useLoad } from '../../api/load.ts';
import type { Me } from '../../api/types.ts';
import { Picture } from '../../components/picture.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { easyRead, say } from '../../text/say.ts';
import type { Sentence, Words } from '../../text/texts.ts';
import { tasksText as t } from './tasks.text.ts';

interface Task {
  readonly href: string;
  readonly title: Words;
  readonly more: Sentence;
}

const find: Task = { href: '/find', title: t.find, more: t.findMore };

const contact: Task = { href: '/how-we-tell-you', title: t.contact, more: t.contactMore };

const disputes: Task = { href: '/disputes', title: t.disputes, more: t.disputesMore };

const BY_ROLE: Readonly<Record<Me['roles'][number], readonly Task[]>> = {
  holder: [
    { href: '/my-pools', title: t.myPools, more: t.myPoolsMore },
    { href: '/my-money', title: t.myMoney, more: t.myMoneyMore },
    find,
    { href: '/start-a-pool', title: t.start, more: t.startMore },
    { href: '/join', title: t.join, more: t.joinMore },
    { href: '/my-supporters', title: t.supporters, more: t.supportersMore },
    contact,
  ],
  enterprise: [
    { href: '/my-enterprises', title: t.enterprises, more: t.enterprisesMore },
    { href: '/my-enterprises/new', title: t.newEnterprise, more: t.newEnterpriseMore },
    contact,
  ],
  broker: [disputes, { ...find, more: t.brokerFindMore }],
  funder: [
    { href: '/place', title: t.place, more: t.placeMore },
    { href: '/place/imports', title: t.imports, more: t.importsMore },
    disputes,
  ],
};

/** Without duplicates for people with several roles; people without a role can still look around or start. */
function tasksFor(roles: Me['roles']): Task[] {
  const all = roles.flatMap((role) => BY_ROLE[role]);
  const tasks = all.length > 0 ? all : [find, ...BY_ROLE.enterprise];
  return tasks.filter(({ href }, at) => tasks.findIndex((other) => other.href === href) === at);
}

export const Tasks = ({ me: { name, roles } }: { me: Me }) => (
  <Page title={say(t.hello, { name })} words={['pool', 'vote']} wide>
    <Say text={t.lead} />
    <ul class="kitty-cards">
      {tasksFor(roles).map(({ href, title, more }) => (
        <li key={href} class="kitty-card kitty-card--link">
          {!easyRead.value && <Picture name={more[2]} size="large" />}
          <h2 class="kitty-card__title">
            <a class="govuk-link" href={href}>
              {say(title)}
            </a>
          </h2>
          <Say text={more} />
          {href === disputes.href && <OpenDisputes />}
        </li>
      ))}
    </ul>
  </Page>
);

/** How many disputes wait for a decision; nothing until that is known. */
function OpenDisputes() {
  const open = useLoad('GET /v1/disputes', {});
  if (open.state !== 'ready') return null;
  const { items, next } = open.value;
  if (items.length === 0) return <Say text={t.noDisputes} />;
  const text = next !== null ? t.manyDisputes : items.length === 1 ? t.oneDispute : t.someDisputes;
  return <Say text={text} params={{ n: items.length }} />;
}
