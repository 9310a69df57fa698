// Seeded bugs: one wrong turn each, as a replacement of text in the code. The simulation must find every one of them.

export interface Mutant {
  /** What the code then does wrong. */
  readonly name: string;
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

const mutantsIn = (file: string, bugs: readonly (readonly [name: string, find: string, replace: string])[]): Mutant[] =>
  bugs.map(([name, find, replace]) => ({ name, file, find, replace }));

const journal = [
  ...mutantsIn('functions/journal/attempt.ts', [
    ['the request is not looked up', 'if (earlier) return earlier;', ''],
    [
      'the request is looked up before the newest event is read',
      `    const first = await this.#stateNow(reducer, key);
    if (!first.ok) return first;
    // The request is looked up after the newest event, never at the same time: its event is then either found here, or lies
    // beyond that newest one, where our own put would lose. What the plan reads may be read meanwhile; if that fails, the
    // request may still have been done.
    const deciding = this.#decide(reducer, key, first.value, plan);
    const [earlier] = await Promise.all([this.#earlier(reducer, key), deciding.catch(() => undefined)]);`,
      `    const found = await this.#store.findByHash(key, this.#meta.idempotencyHash);
    const first = await this.#stateNow(reducer, key);
    if (!first.ok) return first;
    // The request is looked up after the newest event, never at the same time: its event is then either found here, or lies
    // beyond that newest one, where our own put would lose. What the plan reads may be read meanwhile; if that fails, the
    // request may still have been done.
    const deciding = this.#decide(reducer, key, first.value, plan);
    const earlier = found && ok({ ...eventOf(reducer, found), state: stateOf(reducer, found) });`,
    ],
    [
      'a refusal is answered before the request is looked up',
      `    if (earlier) return earlier;
    const decided = await deciding;
    if (!decided.ok) return (await this.#twinOf(reducer, key)) ?? decided;`,
      `    const decided = await deciding;
    if (!decided.ok) return decided;
    if (earlier) return earlier;`,
    ],
    [
      'a put that lost is answered as done',
      "if (outcome.type === 'written') return this.#answer(key, decided.value);",
      'return this.#answer(key, decided.value);',
    ],
    [
      'a put with an unknown outcome is answered as done',
      'return this.#store.put(entries);',
      "return this.#store.put(entries).catch(() => ({ type: 'written' }));",
    ],
    [
      'a put with an unknown outcome is answered as refused',
      'const outcome = await this.#write(first.value, decided.value, plan);\n    if (outcome.type ===',
      "const outcome = await this.#write(first.value, decided.value, plan).catch((error) => {\n      if (error instanceof OutcomeUnknown) return { type: 'unknown' };\n      throw error;\n    });\n    if (outcome.type === 'unknown') return refuse('full');\n    if (outcome.type ===",
    ],
    [
      'after a lost race the old decision is put on the new event',
      'if (!this.#adopt(outcome)) return LOST;\n    return this.#again(reducer, key, plan);',
      `const kept = [...this.#journals.values()].map((journal) => journal.decided);
    if (!this.#adopt(outcome)) return LOST;
    for (const [i, journal] of [...this.#journals.values()].entries())
      journal.decided = kept[i] && { ...kept[i], at: this.at };
    const again = await this.#write(first.value, decided.value, plan);
    return again.type === 'written' ? this.#answer(key, decided.value) : LOST;`,
    ],
    [
      'the winner of a race is not compared with this very request',
      '(winner.idempotencyHash !== this.#meta.idempotencyHash && winner.version',
      '(winner.version',
    ],
    [
      'a refusal that judged two journals is given without looking for a copy of the request once more',
      'return (await this.#twinOf(reducer, key)) ?? decided;',
      'return decided;',
    ],
    ['a refusal is given on an adopted event', 'if (!decided.ok) return LOST;', 'if (!decided.ok) return decided;'],
    [
      'a race that was lost for another reason is gone on with',
      'if (!winners || !isSafe) return false;',
      'if (isSafe === false) return false;',
    ],
    ['an adopted event does not move the time on', 'this.at = later(this.at, rawEventOf(winner).at);', ''],
    [
      'what has fallen due by the time of another event is passed over',
      "if (journal.head && this.#dueStep(reducer, state)) throw new OutcomeUnknown('something has fallen due');",
      '',
    ],
    [
      'only the first of two journals is written',
      'return this.#store.put(entries);',
      'return this.#store.put(entries.slice(0, 1));',
    ],
    [
      'two journals are written one after the other',
      'return this.#store.put(entries);',
      "for (const one of entries) if ((await this.#store.put([one])).type === 'lost') return { type: 'lost' };\n    return { type: 'written' };",
    ],
    ['time goes back', 'this.at = later(this.at, stepAt);', ''],
    [
      'a key that was used with another body is taken',
      "if (bodyHash !== this.#meta.bodyHash) return refuse('key-reused');",
      '',
    ],
    ['an event names the wrong seq of the other journal', '(head?.seq ?? 0) + 1]);', 'head?.seq ?? 0]);'],
  ]),
  ...mutantsIn('functions/journal/recent-heads.ts', [
    ['an entry is remembered although its put lost', "if (outcome.type === 'written') for (", 'for ('],
  ]),
  ...mutantsIn('functions/journal/entry.ts', [
    ['a seq is left out', 'seq: (head?.seq ?? 0) + 1,', 'seq: (head?.seq ?? 0) + 2,'],
    ['the hash leaves out the one before', "hash: sha256((head?.hash ?? '') + text)", 'hash: sha256(text)'],
  ]),
];

const store = mutantsIn('test/simulation/store.ts', [
  [
    'the store puts without a condition',
    'if (entries.some((entry) => entry.seq <= (kept(entry.key).head?.seq ?? 0))) {',
    'if (entries.length > 9) {',
  ],
]);

const split = mutantsIn('functions/pools/journal/split.ts', [
  ['one odd penny too many', '.slice(0, odd));', '.slice(0, odd + 1));'],
  ['odd pennies are lost', 'const odd = pence % people.length;', 'const odd = 0;'],
  [
    'the same people always pay the odd pennies',
    '    .sort((one, other) => one.turn.map((value, i) => value - (other.turn[i] ?? 0)).find((by) => by !== 0) ?? 0)\n',
    '',
  ],
]);

const holds = [
  ...mutantsIn('functions/pools/journal/hold.ts', [
    ['a hold takes from the lots of others', 'lot.personId === personId && lot.endsOn >= day', 'lot.endsOn >= day'],
    [
      'a hold takes from lots that end too early',
      'lot.personId === personId && lot.endsOn >= day',
      'lot.personId === personId',
    ],
    ['the last-ending lots pay first', 'one < other ? -1 : one > other', 'one > other ? -1 : one < other'],
    [
      'money is paid out of the wrong custody',
      'const custody = getOrThrow(state.lots, lot).custody;',
      "const custody = 'funder';",
    ],
    ['a penny of what is given back stays', 'pence - (paid.get(lot) ?? 0));', 'pence - (paid.get(lot) ?? 0) - 1);'],
    [
      'a release does not hold the next session',
      "const index = sessionStatuses.indexOf('planned');",
      'const index = -1;',
    ],
    [
      'a refund goes to another lot of the same person',
      'draft.move(heldAccount(id, lot), lotAccount(lot), sums[n - 1] ?? 0);',
      'draft.move(heldAccount(id, lot), lotAccount(Object.keys(heldByLot)[0] ?? lot), sums[n - 1] ?? 0);',
    ],
    [
      'a hold goes over what somebody agreed to',
      '(!rises && before.includes(personId)) || dearest <= upToPence',
      'upToPence >= 0',
    ],
    [
      'a limit counts against one’s own share, not the dearest',
      '(!rises && before.includes(personId)) || dearest <= upToPence',
      '(!rises && before.includes(personId)) || dearest - 1 <= upToPence',
    ],
    ['a session is held for too few people', 'if (attendees.length < commission.minPeople) return undefined;', ''],
    [
      'sessions whose money must be there already do not count when an order is made',
      'while (n < commission.sessions && since(n + 1) >= -FUNDED_DAYS) n++;',
      '',
    ],
  ]),
  ...mutantsIn('functions/pools/journal/sessions.ts', [
    [
      'who stays away pays all the same',
      '!absentees.includes(personId)',
      "(!absentees.includes(personId) || personId !== '')",
    ],
    ['the notice ends a session too early', 'lastDay >= day', 'lastDay > day'],
  ]),
];

const sessions = [
  ...mutantsIn('functions/pools/journal/deliver.ts', [
    [
      'a session is released twice',
      "if (status !== 'delivered')",
      "if (status !== 'delivered' && status !== 'released')",
    ],
    [
      'a disputed session is released by a confirmation',
      "if (status !== 'delivered')",
      "if (status !== 'delivered' && status !== 'disputed')",
    ],
    ['a delivered session is released at once', 'addHours(draft.at, 24 * OBJECTION_DAYS)', 'draft.at'],
    [
      'one confirmation leaves the others no time',
      'attendeesOf(commission, n).every((one)',
      'attendeesOf(commission, n).some((one)',
    ],
    [
      'a session is delivered before it begins',
      "if (sessionStart(commission, n) > draft.at) return refuse('not-yet');",
      '',
    ],
  ]),
  ...mutantsIn('functions/pools/journal/dispute.ts', [
    [
      'a dispute does not stop the week',
      "status: 'disputed', settlement: { disputedAt: draft.at } }",
      "status: 'disputed', settlement: commission.settlements[n] ?? {} }",
    ],
    [
      'a dispute ends above the price',
      "if (payPence > heldPenceFor(draft.state, id, n)) return refuse('more-than-price');",
      '',
    ],
  ]),
  ...mutantsIn('functions/pools/journal/answer.ts', [
    [
      'an expired request keeps its money',
      "cancelAll(draft, id, 'expired');",
      "draft.change({ type: 'commission-status', id, status: 'expired' });",
    ],
    [
      'a refused request keeps its money',
      "cancelAll(draft, id, 'refused');",
      "draft.change({ type: 'commission-status', id, status: 'refused' });",
    ],
    [
      'a request that was refused can still be accepted',
      "if (getOrThrow(draft.state.commissions, id).status !== 'requested') return refuse('already-answered');\n  draft.change({ type: 'commission-status', id, status: 'accepted' });",
      "draft.change({ type: 'commission-status', id, status: 'accepted' });",
    ],
  ]),
  ...mutantsIn('functions/pools/journal/statuses.ts', [
    [
      'a session that was released may become anything',
      '  released: [],\n  cancelled: [],\n};\n\nexport const COMMISSION',
      "  released: ['delivered', 'disputed', 'released'],\n  cancelled: [],\n};\n\nexport const COMMISSION",
    ],
  ]),
];

const cancelling = mutantsIn('functions/pools/journal/cancel.ts', [
  ['a cancellation charge has fractions of a penny', 'return Math.floor((sessionPrice', 'return ((sessionPrice'],
  [
    'cancelling with enough notice costs something',
    'if (addHours(at, hours) <= sessionStart(commission, n)) return 0;',
    '',
  ],
  ['cancelling late costs the whole price', '* chargePercent) / 100', '* 100) / 100'],
]);

const absence = mutantsIn('functions/pools/journal/attend.ts', [
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
    'const shares = agreedShares(draft.state, commission, n, before);',
    'const shares = agreedShares(draft.state, { ...commission, participants: commission.participants.map((one) => ({ ...one, upToPence: 1e9 })) }, n, before);',
  ],
]);

const deciding = [
  ...mutantsIn('functions/pools/journal/decide.ts', [
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
      'electors.every((personId) => votes[personId])',
      'electors.some((personId) => votes[personId])',
    ],
    [
      'too few people come',
      "if (joinersOf(proposal).length < proposal.order.minPeople) return notAgreed('too-few-people');",
      '',
    ],
    [
      'an order is made when its first session has begun',
      'if (sessionStart(proposal.order, 1) <= draft.at)',
      'if (draft.at === undefined)',
    ],
    [
      'a waiting proposal is never completed',
      "if (proposal && (status === 'waiting' || hasEverybodyVoted(proposal)))",
      "if (proposal && status === 'open' && hasEverybodyVoted(proposal))",
    ],
  ]),
  ...mutantsIn('functions/pools/journal/vote.ts', [
    ['people pay who do not come', '.filter(([, { joining }]) => joining)', ''],
  ]),
];

const pools = [
  ...mutantsIn('functions/pools/journal/leave.ts', [
    [
      'a leaver’s free money stays',
      'return refund(draft, { lots: refundableOf(draft.state, personId) });',
      'return undefined;',
    ],
    [
      'a leaver’s held money stays',
      "draft.change({ type: 'notice-ended', personId, endsOn });",
      "draft.change({ type: 'notice-ended', personId, endsOn });\n  later.length = 0;",
    ],
    [
      'what a leaver owes within the notice goes home',
      'if (setAsideFor(draft, id, n, personId)) continue;',
      'continue;',
    ],
    [
      'what is set aside for a leaver’s session is less than their share',
      'const dearest = dearestShare(commission, attendees.length);',
      'const dearest = dearestShare(commission, attendees.length) - 1;',
    ],
  ]),
  ...mutantsIn('functions/pools/journal/contribute.ts', [
    [
      'a standing contribution is paid while it is paused',
      "if (by === CLOCK && member.standingPaused) return refuse('standing-paused');",
      '',
    ],
    [
      'more goes home than is free',
      "if (amountPence > (draft.state.lots[lot]?.freePence ?? 0)) return refuse('not-available');",
      '',
    ],
  ]),
  ...mutantsIn('functions/pools/journal/due.ts', [
    [
      'voting goes on until the midnight after its deadline',
      "due <= at) found.push({ due, command: { type: 'close-proposal', id } })",
      "due <= at.slice(0, 10)) found.push({ due, command: { type: 'close-proposal', id } })",
    ],
    ['the notice ends a day late', 'endsOn <= dayOf(at)', 'endsOn < dayOf(at)'],
    ['a session that nobody marks is settled back only after 90 days', 'FORGOTTEN_DAYS = 14', 'FORGOTTEN_DAYS = 90'],
    ['a session that is not funded keeps what was set aside for it', 'giveBack(draft, id, n);\n', ''],
  ]),
  ...mutantsIn('functions/pools/journal/propose.ts', [
    [
      'whoever proposed it takes back alone what the group has agreed',
      "if (proposal.status !== 'open') return refuse('already-decided');",
      '',
    ],
    ['who runs the enterprise is an elector', '.filter((personId) => !barred.includes(personId))', ''],
  ]),
  ...mutantsIn('functions/pools/journal/pool-reducer.ts', [
    ['an order with nothing left to do is not over', 'carryOnCommissions(draft);', ''],
    [
      'what one decision frees is offered to nobody else',
      'while (before !== draft.state) {',
      'while (before === undefined) {',
    ],
    [
      'a session is judged before what came in',
      'flatMap((lot) => (lot.standing ? [lot.allocationId] : []))',
      'flatMap(() => [])',
    ],
  ]),
  ...mutantsIn('functions/pools/journal/apply.ts', [
    ['a leaver’s vote counts', 'votes: without(was.votes, personId),', 'votes: was.votes,'],
    [
      'a leaver is still an elector',
      'electors: was.electors.filter((elector) => elector !== personId),',
      'electors: was.electors,',
    ],
    [
      'what was paid is not counted',
      'releasedPence: state.releasedPence + pence',
      'releasedPence: state.releasedPence',
    ],
  ]),
  ...mutantsIn('functions/pools/journal/forget-finished.ts', [
    ['a lot is forgotten while its money is held', '||\n      heldPenceOfLot(after, n) > 0', ''],
  ]),
];

const allocations = [
  ...mutantsIn('functions/allocations/journal/allocation-commands.ts', [
    [
      'more is contributed than is available',
      "if (amountPence > availablePence(state, at)) return refuse('not-available');\n  const instalmentsDone",
      'const instalmentsDone',
    ],
    [
      'a reduction takes money that is in pools',
      'const now = Math.min(reduction.pence, state.balancePence);',
      'const now = reduction.pence;',
    ],
    [
      'a reduction comes without notice',
      "if (from < addDays(dayOf(at), REDUCTION_NOTICE_DAYS)) return refuse('too-soon');",
      '',
    ],
    [
      'what comes home is not taken off what the pool has',
      'decision(type, [back, inPence(BALANCE, RETURNED, pence)], [...changes, ...stops])',
      'decision(type, [inPence(BALANCE, RETURNED, pence)], [...changes, ...stops])',
    ],
    [
      'money that comes home after the end is kept',
      'if (isOver(state, dayOf(at))) return decision(type, [back, inPence(BALANCE, RETURNED, amountPence)], stops);',
      '',
    ],
    [
      'an ended allocation keeps its money',
      "decision('ended', [inPence(BALANCE, RETURNED, state.balancePence)]",
      "decision('ended', []",
    ],
    [
      'what stands for a pool goes on when its owner has left',
      'const standing = isLeft ? state.standing[poolId] : undefined;',
      'const standing = undefined;',
    ],
    [
      'a standing instalment is paid again',
      'const { amountPence, n: instalmentsDone } = due;',
      'const { amountPence } = due;\n  const instalmentsDone = due.n - 1;',
    ],
  ]),
  ...mutantsIn('functions/allocations/journal/instalments.ts', [
    [
      'instalments are available before they come',
      'const come = Math.floor((state.grantedPence * instalmentsBy(state, today)) / instalmentsOf(state));',
      'const come = state.grantedPence;',
    ],
    [
      'the days that are left over have an instalment of their own',
      'Math.floor((daysBetween(startsOn, endsOn) + 1) / PERIOD_DAYS[instalment])',
      'Math.ceil((daysBetween(startsOn, endsOn) + 1) / PERIOD_DAYS[instalment])',
    ],
    [
      'instalments go on after the last whole period',
      'return Math.min(begun, instalmentsOf(schedule));',
      'return begun;',
    ],
    [
      'an allocation of less than a period has no instalment',
      'Math.max(1, Math.floor((days',
      'Math.max(0, Math.floor((days',
    ],
    [
      'reductions do not count for what is available',
      'Math.min(come, state.grantedPence - state.reducedPence - inForce)',
      'come',
    ],
  ]),
  ...mutantsIn('functions/allocations/journal/allocation-reducer.ts', [
    ['a reduction is made again and again', 'state.reductions.filter((_, i) => i !== applied)', 'state.reductions'],
    ['what came home is recalled again', 'owedPence: state.owedPence - change.pence', 'owedPence: state.owedPence'],
  ]),
];

export const MUTANTS: readonly Mutant[] = [
  ...journal,
  ...store,
  ...split,
  ...holds,
  ...sessions,
  ...cancelling,
  ...absence,
  ...deciding,
  ...pools,
  ...allocations,
];
