// A notice's text: a short subject, two or three sentences, and a link. Never anybody's amounts, nor other people's names.
import { commissionIdOf } from '../pools/pools.ids.ts';
import { allocationOf, type Notice, poolOf } from './notices.state.ts';

/** The current names of a pool and of what is in it. */
export interface PoolNames {
  readonly pool: string;
  /** By proposal; a commission has the title of its proposal. */
  readonly titles: Readonly<Record<string, string>>;
}

export interface MessageText {
  readonly subject: string;
  readonly text: string;
  /** A path of the web. */
  readonly link: string;
}

const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
});

/** Tuesday 16 June at 10:00, in London. */
export function dayAndTime(instant: string): string {
  const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} at ${part('hour')}:${part('minute')}`;
}

const RETURN_REASONS: Readonly<Record<string, string>> = {
  refused: 'The enterprise could not take it on.',
  expired: 'The enterprise did not answer in time.',
  cancelled: 'It was cancelled.',
  forgotten: 'The enterprise did not say in time that a session took place.',
};

const NOT_AGREED_REASONS: Readonly<Record<string, string>> = {
  votes: 'the votes were not enough for your rule',
  'too-few-people': 'the group said yes, but too few people were coming',
  'too-late': 'the group said yes when the first session had begun',
  money: 'the group said yes, but not everybody who was coming was ready to pay in time',
};

const SUPPORTER_ACTIONS: Readonly<Record<string, string>> = {
  opened: 'started a pool',
  joined: 'joined a pool',
  invited: 'invited people to a pool',
  contributed: 'put money into a pool',
  'standing-paused': 'paused what you put into a pool with every instalment',
  'standing-resumed': 'resumed what you put into a pool with every instalment',
  'sent-home': 'took money out of a pool',
  left: 'left a pool',
  signed: 'signed an agreement',
  proposed: 'made a proposal',
  'proposal-withdrawn': 'withdrew a proposal',
  voted: 'voted',
  'vote-withdrawn': 'took a vote back',
  confirmed: 'confirmed a session',
  disputed: 'said that something was wrong with a session',
  resolved: 'said what should be paid for a session',
  'limit-changed': 'changed the most that you pay for a session',
  'said-not-coming': 'said that you cannot come to a session',
  'said-coming': 'said that you come to a session after all',
};

export function messageTextOf(notice: Notice, names: PoolNames): MessageText {
  const { kind, as, about, session, when, did = '' } = notice;
  const poolId = poolOf(notice) ?? '';
  const group = names.pool || 'your pool';
  const title = (about && names.titles[about]) || 'what was proposed';
  const deadline = when === undefined ? '' : dayAndTime(when);
  const poolPath = `/pools/${poolId}`;
  const proposalPath = `${poolPath}/proposals/${about}`;
  const commissionPath = `/commissions/${commissionIdOf(poolId, about ?? '')}`;
  const sessionPath = `${commissionPath}/sessions/${session}`;
  const sessionName = `Session ${session} of “${title}”`;
  switch (kind) {
    case 'decide':
      return {
        subject: `A decision to make in ${group}`,
        text: `Somebody has proposed “${title}” in ${group}. Please say what you think by ${deadline}. You can change your mind until it is decided.`,
        link: proposalPath,
      };
    case 'agreed':
      return {
        subject: `Agreed: ${title}`,
        text: `${group} has decided: “${title}” is agreed. You can see how it was decided and what comes next.`,
        link: proposalPath,
      };
    case 'not-agreed':
      return {
        subject: `Not agreed: ${title}`,
        text: `“${title}” is not going ahead in ${group}${did in NOT_AGREED_REASONS ? `: ${NOT_AGREED_REASONS[did]}` : ''}. No money has been spent on it. Anyone in the group can propose something else.`,
        link: proposalPath,
      };
    case 'money-short':
      return {
        subject: `${title} is waiting for you`,
        text:
          did === 'limit'
            ? `${group} wants “${title}”, but your share has come to more than you said you would pay. It can go ahead if you agree to the new amount.`
            : `${group} wants “${title}”, but there is not enough of your money in the pool for your share. It goes ahead as soon as the money is there.`,
        link: proposalPath,
      };
    case 'agreement-to-sign':
      return {
        subject: `A new agreement for ${group}`,
        text: `${group} has agreed to change how it works. Please read the new agreement and sign it. It counts once everyone has signed.`,
        link: `${poolPath}/agreement`,
      };
    case 'offer-requested':
      return {
        subject: `A group asks for ${title}`,
        text: `${group} would like “${title}” and has set the money aside. Please say yes or no by ${deadline}.`,
        link: commissionPath,
      };
    case 'accepted':
      return {
        subject: `${title} is going ahead`,
        text: `The enterprise has said yes to “${title}”. You can see when each session is.`,
        link: commissionPath,
      };
    case 'called-off':
      return {
        subject: `${group} has cancelled ${title}`,
        text:
          session === undefined
            ? `${group} has cancelled what was left of “${title}”. You can see what is still owed to you, if anything.`
            : `${group} has cancelled session ${session} of “${title}”. You can see what is still owed to you, if anything.`,
        link: commissionPath,
      };
    case 'session-tomorrow':
      return {
        subject: `Tomorrow: ${title}`,
        text: `${sessionName} is tomorrow, ${deadline}. ${as === 'owner' ? `${group} is coming.` : `You are going with ${group}.`}`,
        link: sessionPath,
      };
    case 'session-to-confirm':
      return {
        subject: `Did ${title} take place?`,
        text:
          did === 'confirmed'
            ? `Somebody who came has confirmed session ${session} of “${title}”. Please say by ${deadline} if something was wrong. If nobody does, it is paid then.`
            : `The enterprise says that session ${session} of “${title}” took place. Please say whether it did. If nobody objects, it is paid by ${deadline}, and sooner if somebody who came confirms it.`,
        link: sessionPath,
      };
    case 'session-not-funded':
      return {
        subject: `A session of ${title} has no money`,
        text: `${sessionName} is not going ahead, because the money for it was not there in time. Nothing is owed for it.`,
        link: sessionPath,
      };
    case 'session-wrong':
      return {
        subject: `Something was wrong with ${title}`,
        text: `Somebody from ${group} says that something was wrong with session ${session} of “${title}”. It is not paid until you have agreed what is right. Please say what you think should be paid.`,
        link: sessionPath,
      };
    case 'money-returned':
      return did === 'home'
        ? {
            subject: 'Your money is back in your budget',
            text: 'Money of yours that was in a pool is back in your own budget. You can see it in your statement.',
            link: '/my-money',
          }
        : {
            subject: `Your money for ${title} is back`,
            text: `Money of yours that was set aside for “${title}” is free again, in your part of ${group}. ${RETURN_REASONS[did] ?? 'It was not needed.'}`,
            link: poolPath,
          };
    case 'standing-contribution':
      return { ...standingWords(did), link: ['/my-money', allocationOf(notice) ?? []].flat().join('/') };
    case 'acted-for-you':
      return {
        subject: 'Your supporter did something for you',
        text: `Your supporter ${SUPPORTER_ACTIONS[did] ?? 'made a change'} for you${names.pool ? ` in ${group}` : ''}. If that is not what you want, you can put it right, or stop them acting for you.`,
        link: poolId ? poolPath : '/my-supporters',
      };
  }
}

/** What became of money that goes into a pool with every instalment. */
function standingWords(did: string): Omit<MessageText, 'link'> {
  switch (did) {
    case 'part-paid':
      return {
        subject: 'Less than usual went into a pool',
        text: 'There was less of your money than you put into a pool with every instalment, so what was there went in. You can see it in your statement.',
      };
    case 'missed':
      return {
        subject: 'Nothing went into a pool this time',
        text: 'There was none of the money that you put into a pool with every instalment, so nothing went in this time. It goes in again with the next instalment, as far as it is there.',
      };
    default:
      return {
        subject: 'Nothing goes into a pool by itself any more',
        text: 'The pool could not take what you put into it with every instalment, so this has stopped. The money stays in your own budget.',
      };
  }
}
