// Seeded bugs: one wrong turn each, as a replacement of text in the code. The simulation must find every one of them.

export interface Mutant {
  /** What the code then does wrong. */
  readonly name: string;
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

const in_ = (file: string, bugs: readonly (readonly [name: string, find: string, replace: string])[]): Mutant[] =>
  bugs.map(([name, find, replace]) => ({ name, file, find, replace }));

const PUT = "if ((await this.deps.store.put(entries)) === 'lost') return LOST;";

const journal = in_('functions/journal/journal.ts', [
  ['the op is not looked up', 'if (before) return this.replay(reducer, before);', ''],
  [
    'the op is looked up before the head is read',
    `    const opened = await this.draft(reducer, key);
    if (!opened.ok) return opened;
    // After the head, never at the same time: an event of this op is then either found here, or lies beyond the head, where
    // our own put would lose. Read at once, another copy of the request could land between the two and be done twice.
    const before = opened.value.seq === 0 ? undefined : await this.deps.store.byOp(key, this.request.op);`,
    `    const before = await this.deps.store.byOp(key, this.request.op);
    const opened = await this.draft(reducer, key);
    if (!opened.ok) return opened;`,
  ],
  [
    'a refusal is answered before the op is looked up',
    `    const before = opened.value.seq === 0 ? undefined : await this.deps.store.byOp(key, this.request.op);
    if (before) return this.replay(reducer, before);
    const planned = await plan(opened.value.state, this);
    if (!planned.ok) return planned;
    const decided = opened.value.do(planned.value);
    if (!decided.ok) return decided;`,
    `    const planned = await plan(opened.value.state, this);
    if (!planned.ok) return planned;
    const decided = opened.value.do(planned.value);
    if (!decided.ok) return decided;
    const before = opened.value.seq === 0 ? undefined : await this.deps.store.byOp(key, this.request.op);
    if (before) return this.replay(reducer, before);`,
  ],
  ['a put that lost is answered as done', PUT, 'await this.deps.store.put(entries);'],
  [
    'a put with an unknown outcome is answered as done',
    PUT,
    "if ((await this.deps.store.put(entries).catch(() => 'written')) === 'lost') return LOST;",
  ],
  [
    'a put with an unknown outcome is answered as refused',
    PUT,
    "const put = await this.deps.store.put(entries).catch((error) => (error instanceof OutcomeUnknown ? 'unknown' : Promise.reject(error)));\n    if (put === 'unknown') return refuse('full');\n    if (put === 'lost') return LOST;",
  ],
  [
    'after a lost race the old decision is put on the new head',
    PUT,
    `if ((await this.deps.store.put(entries)) === 'lost') {
      for (const [i, draft] of this.drafts.entries())
        this.drafts[i] = { ...draft, head: await this.deps.store.head(draft.key) };
      const again = this.entries();
      if (!again || (await this.deps.store.put(again)) === 'lost') return LOST;
    }`,
  ],
  ['only the first of two journals is written', PUT, PUT.replace('entries', 'entries.slice(0, 1)')],
  [
    'two journals are written one after the other',
    PUT,
    "for (const one of entries) if ((await this.deps.store.put([one])) === 'lost') return LOST;",
  ],
  ['a seq is left out', 'seq: (head?.seq ?? 0) + 1,', 'seq: (head?.seq ?? 0) + 2,'],
  ['the hash leaves out the one before', "hash: sha256((head?.hash ?? '') + text)", 'hash: sha256(text)'],
  ['time goes back', 'this.at = later(this.at, eventOf(head).at);', ''],
  [
    'a key that was used with another body is taken',
    "if (event.body !== this.request.body) return refuse('key-reused');",
    '',
  ],
  [
    'an event names the wrong seq of the other journal',
    '(draft.head?.seq ?? 0) + 1,\n    ]);',
    'draft.head?.seq ?? 0,\n    ]);',
  ],
]);

const store = in_('test/simulation/store.ts', [
  ['the store puts without a condition', "if (entry.seq <= (head?.seq ?? 0)) return 'lost';", ''],
]);

const shares = in_('functions/kernel/money.ts', [
  ['one odd penny too many', '+ people) % people < odd ? 1 : 0)', '+ people) % people <= odd ? 1 : 0)'],
  ['odd pennies are lost', 'const odd = pence % people;', 'const odd = 0;'],
  ['the same people always pay the odd pennies', '((n - 1) * oddPennies) % people', '0'],
]);

const holds = in_('functions/commissions/money.rules.ts', [
  ['a hold takes from the lots of others', 'lot.person === person && lot.ends >= day', 'lot.ends >= day'],
  ['a hold takes from lots that end too early', 'lot.person === person && lot.ends >= day', 'lot.person === person'],
  ['the last-ending lots pay first', '(one.ends < other.ends ? -1', '(one.ends > other.ends ? -1'],
  ['a hold goes over what somebody agreed to', '(amounts.get(id) ?? 0) <= upTo', 'upTo >= 0'],
  ['a session is held for too few people', 'people.length >= commission.least && ', ''],
  ['who stays away pays all the same', '!away.includes(id)', "!away.includes(id) || id !== ''"],
  ['money is paid out of the wrong custody', '{the(draft.state.lots, lot).custody}`', '{"funder"}`'],
  ['a penny of what is given back stays', 'drain((price[i] ?? 0) - owes,', 'drain((price[i] ?? 0) - owes - 1,'],
]);

const sessions = in_('functions/commissions/sessions.rules.ts', [
  [
    'a session is released twice',
    "if (status !== 'delivered')\n",
    "if (status !== 'delivered' && status !== 'released')\n",
  ],
  [
    'a disputed session is released by a confirmation',
    "if (status !== 'delivered')\n",
    "if (status !== 'delivered' && status !== 'disputed')\n",
  ],
  ['a delivered session is released at once', 'addHours(draft.at, 24 * OBJECTION_DAYS)', 'draft.at'],
  [
    'a dispute does not stop the week',
    "status: 'disputed', talk: {} }",
    "status: 'disputed', talk: commission.talks[n] ?? {} }",
  ],
  ['a dispute ends above the price', "if (pence > price) return refuse('more-than-price');", ''],
  ['a release does not hold the next session', "if (states.includes('planned')) holdAhead(draft, id);", ''],
  [
    'an expired request keeps its money',
    "cancelAll(draft, id, 'expired');",
    "draft.change({ type: 'commission', id, status: 'expired' });",
  ],
  [
    'a refused request keeps its money',
    "else cancelAll(draft, id, 'refused');",
    "else draft.change({ type: 'commission', id, status: 'refused' });",
  ],
  [
    'a request that was refused can still be accepted',
    "if (commission.status !== 'requested') return refuse('already-answered');",
    '',
  ],
]);

const cancelling = in_('functions/commissions/cancelling.rules.ts', [
  ['a cancellation charge has fractions of a penny', 'return Math.floor((sessionPrice', 'return ((sessionPrice'],
  [
    'cancelling with enough notice costs something',
    'if (addHours(at, commission.hours) <= sessionStart(commission, n)) return 0;',
    '',
  ],
  ['cancelling late costs the whole price', '* commission.charge) / 100', '* 100) / 100'],
]);

const absence = in_('functions/commissions/absence.rules.ts', [
  [
    'who stays away pays nothing where all pay',
    "if (draft.state.agreement.absence === 'pay') return refuse('absence-is-paid');",
    '',
  ],
  [
    'it is never too late to stay away',
    "if (draft.at > absenceUntil(commission, n)) return refuse('too-late-for-absence');",
    '',
  ],
  [
    'the others pay more than they agreed to for who stays away',
    "return stands ? undefined : refuse('others-would-not-cover');",
    'return undefined;',
  ],
  ['the share of who stays away stays held', '    unhold(draft, id, n, 0);\n', ''],
]);

const deciding = in_('functions/proposals/proposals.rules.ts', [
  ['the quorum is ignored', 'cast.length < Math.min(quorum, electors.length) ||', ''],
  ['the quorum is more than there are electors', 'Math.min(quorum, electors.length)', 'quorum'],
  [
    'abstaining counts as agreeing',
    "const agree = count('agree');",
    "const agree = count('agree') + count('abstain');",
  ],
  ['consent passes over a block', "return count('block') === 0;", 'return true;'],
  ['everyone means nobody blocks', 'return against === 0;', "return count('block') === 0;"],
  ['two thirds is a half', 'return 3 * agree >= 2 * (agree + against);', 'return agree >= against;'],
  ['a tie is a majority', 'return agree > against;', 'return agree >= against;'],
  [
    'it is decided with the first vote',
    'electors.every((person) => votes[person])',
    'electors.some((person) => votes[person])',
  ],
  ['too few people come', "if (joiners(proposal).length < proposal.deal.least) return 'not-agreed';", ''],
  [
    'a waiting proposal is never completed',
    "if (proposal.status === 'waiting' || everyoneVoted(proposal))",
    "if (proposal.status === 'open' && everyoneVoted(proposal))",
  ],
  ['people pay who do not come', '.filter(([, { joining }]) => joining)', ''],
]);

const pools = [
  ...in_('functions/pools/pools.rules.ts', [
    ['a leaver’s free money stays', 'return sendHome(draft, going, person);', 'return undefined;'],
    [
      'a leaver’s held money stays',
      'one.id === person && one.until === undefined)) continue;',
      'one.id === person)) continue;\n    continue;',
    ],
    [
      'the notice ends a session too early',
      'sessionDay(commission, i + 1) <= endsOn',
      'sessionDay(commission, i + 1) < endsOn',
    ],
    [
      'more goes home than is free',
      "if (pence > (draft.state.lots[lot]?.free ?? 0)) return refuse('not-available');",
      '',
    ],
  ]),
  ...in_('functions/pools/pools.reducer.ts', [
    [
      'voting goes on until the midnight after its deadline',
      "due <= at) found.push({ due, step: { step: 'close', id } })",
      "due <= at.slice(0, 10)) found.push({ due, step: { step: 'close', id } })",
    ],
    ['the notice ends a day late', 'endsOn <= dayOf(at)', 'endsOn < dayOf(at)'],
    ['an order with nothing left to do is not over', 'settleCommissions(draft);', ''],
  ]),
  ...in_('functions/pools/pools.apply.ts', [
    ['a leaver’s vote counts', 'votes: without(was.votes, person),', 'votes: was.votes,'],
    [
      'a leaver is still an elector',
      'electors: was.electors.filter((one) => one !== person),',
      'electors: was.electors,',
    ],
    ['what was paid is not counted', 'released: state.released + pence,', 'released: state.released,'],
    ['a lot is forgotten while its money is held', '|| isHeld(commissions, n)', ''],
  ]),
];

const allocations = in_('functions/allocations/allocations.rules.ts', [
  [
    'more is contributed than is available',
    "if (command.pence > availablePence(state, at)) return refuse('not-available');",
    '',
  ],
  [
    'instalments are available before they come',
    'const come = Math.floor((state.granted * instalmentsBy(state, today)) / instalments(state));',
    'const come = state.granted;',
  ],
  ['reductions do not count for what is available', 'Math.min(come, state.granted - state.reduced - inForce)', 'come'],
  [
    'a reduction takes money that is in pools',
    'const now = Math.min(cut.pence, state.balance);',
    'const now = cut.pence;',
  ],
  ['a reduction is made again and again', 'state.cuts.filter((_, i) => i !== made)', 'state.cuts'],
  [
    'a reduction comes without notice',
    "if (command.from < addDays(today, REDUCTION_NOTICE_DAYS)) return refuse('too-soon');",
    '',
  ],
  [
    'what comes home is not taken off what the pool has',
    "decision('came-home', [back, [BALANCE, RETURNED, recalled]], changes)",
    "decision('came-home', [[BALANCE, RETURNED, recalled]], changes)",
  ],
  ['what came home is recalled again', 'owed: state.owed - change.pence', 'owed: state.owed'],
  [
    'money that comes home after the end is kept',
    "if (state.ended || today > state.endsOn) return decision('came-home', [back, [BALANCE, RETURNED, pence]]);",
    '',
  ],
  [
    'an ended allocation keeps its money',
    "decision('ended', [[BALANCE, RETURNED, state.balance]]",
    "decision('ended', []",
  ],
  [
    'a standing instalment is paid again',
    "pence]], [{ type: 'standing', pool, pence, paid: n }]",
    "pence]], [{ type: 'standing', pool, pence, paid: n - 1 }]",
  ],
]);

export const MUTANTS: readonly Mutant[] = [
  ...journal,
  ...store,
  ...shares,
  ...holds,
  ...sessions,
  ...cancelling,
  ...absence,
  ...deciding,
  ...pools,
  ...allocations,
];
