// What people read for the API's codes: categories, rules, statuses.
import type { Agreement, Allocation, Commission, Enterprise, ListedOffer, Proposal, Session } from '../api/types.ts';
import { type Sentence, texts, type Words } from './texts.ts';

type WordsFor<Word extends string> = Readonly<Record<Word, Words>>;

/** What an offer is about. */
export const categoryText: WordsFor<ListedOffer['category']> = {
  art: ['Art', 'Art'],
  befriending: ['Befriending', 'Making friends'],
  community: ['Community', 'Being part of your area'],
  cooking: ['Cooking', 'Cooking'],
  crafts: ['Crafts', 'Making things'],
  cycling: ['Cycling', 'Riding a bike'],
  dance: ['Dance', 'Dance'],
  'day-activities': ['Day activities', 'Things to do in the day'],
  'digital-skills': ['Computers and phones', 'Computers and phones'],
  drama: ['Drama', 'Acting'],
  employment: ['Help with work', 'Help with work'],
  equipment: ['Equipment', 'Things to use'],
  fitness: ['Fitness', 'Getting fit'],
  football: ['Football', 'Football'],
  gardening: ['Gardening', 'Gardening'],
  'home-help': ['Help with the house', 'Help with the house'],
  'independent-living': ['Living independently', 'Living your own life'],
  languages: ['Languages', 'Languages'],
  learning: ['Learning', 'Learning'],
  music: ['Music', 'Music'],
  other: ['Something else', 'Something else'],
  outings: ['Outings', 'Going out'],
  'peer-support': ['Helping each other', 'Helping each other'],
  respite: ['Respite: a break for carers', 'A break for carers'],
  sport: ['Sport', 'Sport'],
  swimming: ['Swimming', 'Swimming'],
  'travel-training': ['Learning to travel', 'Learning to travel'],
  venue: ['A room or hall', 'A room or hall'],
  volunteering: ['Volunteering', 'Helping for free'],
  walking: ['Walking', 'Walking'],
  wellbeing: ['Wellbeing', 'Feeling well'],
};

/** What makes a place or a session easier to use. */
export const accessText: WordsFor<ListedOffer['access'][number]> = {
  'accessible-toilet': ['Accessible toilet', 'Toilet for disabled people'],
  'assistance-dogs-welcome': ['Assistance dogs welcome', 'Assistance dogs can come'],
  bsl: ['British Sign Language', 'Sign language'],
  'changing-places': ['Changing Places toilet', 'Big toilet with a hoist'],
  'communication-support': ['Help with communication', 'Help to talk and understand'],
  'easy-read': ['Easy Read information', 'Easy Read papers'],
  'hearing-loop': ['Hearing loop', 'Hearing loop'],
  'large-print': ['Large print', 'Big letters'],
  lift: ['Lift', 'Lift'],
  parking: ['Parking for disabled people', 'Parking for disabled people'],
  'personal-assistant-welcome': ['Personal assistants welcome', 'Your helper can come'],
  'public-transport': ['Near a bus or train', 'Near a bus or train'],
  'quiet-space': ['Quiet space', 'Quiet room'],
  'step-free': ['No steps', 'No steps'],
  'wheelchair-space': ['Room for wheelchairs', 'Room for wheelchairs'],
};

/** Where an allocation comes from. */
export const streamText: WordsFor<Allocation['stream']> = {
  'social-care': ['Social care', 'Social care'],
  health: ['Health', 'Health'],
  education: ['Education', 'Learning'],
  employment: ['Employment', 'Work'],
  justice: ['Justice', 'Justice'],
  neighbourhood: ['Neighbourhood', 'Your area'],
  'own-money': ['Your own money', 'Your own money'],
};

/** When a pool's vote passes. */
export const decisionRuleText: WordsFor<Agreement['decisionRule']> = {
  everyone: ['Everybody who votes must say yes', 'Everyone must say yes'],
  consent: ['It goes ahead unless somebody blocks it', 'Yes, if nobody says stop'],
  'two-thirds': ['At least 2 in every 3 votes must be yes', '2 out of 3 people must say yes'],
  majority: ['More people say yes than no', 'More people say yes than no'],
};

/** What somebody owes who cannot come. */
export const absenceText: WordsFor<Agreement['absence']> = {
  pay: ['You pay your share, even if you cannot come', 'You still pay if you do not come'],
  'free-with-notice': [
    'You pay nothing if you say in time that you cannot come',
    'You do not pay if you tell us early',
  ],
};

/** What an enterprise is in law. */
export const legalFormText: WordsFor<Enterprise['legalForm']> = {
  'sole-trader': ['One person in business (sole trader)', 'One person in business'],
  partnership: ['Partnership', 'People in business together'],
  company: ['Company', 'Company'],
  cic: ['Community interest company (CIC)', 'Company for the community'],
  'co-op': ['Co-operative', 'Co-op: the members own it'],
  charity: ['Charity', 'Charity'],
  unincorporated: ['Club or group', 'Club or group'],
};

/** Who owns an enterprise. */
export const ownershipText: WordsFor<Enterprise['ownership']> = {
  owner: ['Owned by the person or people who started it', 'One person or a few people own it'],
  worker: ['Owned by the people who work there', 'The workers own it'],
  user: ['Owned by the people who use it', 'The people who use it own it'],
  'worker-and-user': ['Owned by the people who work there and use it', 'Workers and users own it together'],
  community: ['Owned by the community', 'The community owns it'],
};

export const proposalStatusText: WordsFor<Proposal['status']> = {
  open: ['Open for votes', 'You can vote'],
  waiting: ['Passed, waiting for money', 'Yes, but more money is needed'],
  agreed: ['Agreed', 'The group said yes'],
  'not-agreed': ['Not agreed', 'Not agreed'],
  withdrawn: ['Withdrawn', 'Taken back'],
};

/** Why something that was proposed is not going ahead. */
export const notAgreedText = texts({
  votes: [
    'The votes were not enough for the group’s rule.',
    'There were not enough yes votes, or someone said stop.',
    'vote',
  ],
  'too-few-people': [
    'The group said yes, but too few people were coming.',
    'The group said yes. But too few people would come.',
    'people',
  ],
  'too-late': [
    'The group said yes when the first session had begun. That was too late to order it.',
    'The group said yes too late. The first session had begun.',
    'clock',
  ],
  money: [
    'The group said yes, but not everybody who was coming was ready to pay before the first session.',
    'The group said yes. But not everyone could pay in time.',
    'money',
  ],
}) satisfies Record<NonNullable<Proposal['notAgreedBecause']>, Sentence>;

export const commissionStatusText: WordsFor<Commission['status']> = {
  requested: ['Waiting for the enterprise to answer', 'Waiting for an answer'],
  accepted: ['Going ahead', 'Yes, it will happen'],
  refused: ['The enterprise said no', 'They said no'],
  expired: ['The enterprise did not answer in time', 'Nobody answered in time'],
  cancelled: ['Cancelled', 'It will not happen'],
  done: ['Finished', 'Finished'],
};

export const sessionStatusText: WordsFor<Session['status']> = {
  planned: ['Planned', 'It will happen'],
  'not-funded': ['Not paid for, so it does not take place', 'No money, so it will not happen'],
  delivered: ['Took place, not paid yet', 'It happened. Not paid yet.'],
  disputed: ['Something was wrong', 'Something was wrong'],
  released: ['Took place and paid', 'It happened and is paid'],
  cancelled: ['Cancelled', 'It will not happen'],
};
