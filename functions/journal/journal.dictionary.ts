// What stored events have in common: texts that their bytes point into instead of repeating them. It takes a third off.
// Part of the stored format: what was written with a dictionary can be read with no other. Never change one; add another.
// What stands near the end is pointed to at the least cost, so the commonest comes last.

/** Version 1 of states and events was written with this. */
const TEXTS_1 = [
  // Rare words.
  '"kind":"granted""came-home""reduced""ended""left""is":"left","person":"is":"standing","pool":"custody":"stripe"',
  '"priceModel":"per-person""kind":"cancel","commission":"kind":"agreement","terms":"pending":"version":2,"openBooks":true',
  '"majority","two-thirds","everyone","absence":"free-with-notice","choice":"abstain""disagree""block","joining":false,"upTo":0',
  '"status":"waiting""withdrawn""not-agreed""expired""refused""cancelled""disputed""not-funded","endedAt":"',
  // Events.
  '"changes":[{"is":"invitation-used","id":"},{"is":"joined","person":"","signed":1}',
  '"peers":[["POOL#"postings":[["balance","pool:',
  '"kind":"contributed","by":""peers":[["ALLOC#",2]],"postings":[["allocation","lot:1",000]],"changes":[{"is":"lot","n":"1","person":"',
  '"kind":"accepted""delivered""confirmed""changes":[{"is":"commission","id":"","status":"accepted"}],"',
  '"postings":[["held:",""payable::funder",000],["held:","lot:"changes":[{"is":"session","id":"","n":1,"status":"released"}]',
  '"status":"delivered","talk":{"releases":"20"status":"held"},{"is":"session","id":"","n":2,"status":"held"}',
  '"kind":"proposed","changes":[{"is":"proposed","id":"","proposal":{"kind":"buy","deal":{"offer":"',
  '"postings":[["lot:1","held:"],"changes":[{"is":"commissioned","id":"","commission":{"offer":""is":"proposal","id":"","status":"agreed"}',
  '"kind":"voted","by":"","changes":[{"is":"voted","id":"","person":"","vote":{"choice":"agree","joining":true,"upTo":',
  // An allocation's state.
  '{"id":"","person":"","funder":"council","stream":"social-care","custody":"funder","granted":000,"startsOn":"2026-04-01","endsOn":"2027-03-31","instalment":"once","outcomes":["friendship"],"pooling":true,"balance":000,"pools":{"":000},"returned":0,"cuts":[],"reduced":0,"owed":0,"standing":{},"ended":false}',
  // A pool's state.
  '{"id":"","outcomes":["friendship"],"agreement":{"decisionRule":"consent","quorum":4,"votingDays":7,"noticeWeeks":4,"openBooks":false,"absence":"pay","version":1},"members":{"":{"signed":1},"":{"signed":1}},"leaving":{"":{"endsOn":"20"}},"invitations":{"":{"by":"","until":"20","left":5}},',
  '"lots":{"1":{"person":"","allocation":"","stream":"social-care","custody":"funder","funder":"council","ends":"2027-03-31","free":000},"2":{"person":"","lotsEver":6,',
  '"electors":["",""],"rule":"consent","quorum":4,"votes":{"":{"choice":"agree","joining":true,"upTo":000},"":{"choice":"agree","joining":true,"upTo":000}},"status":"open"}},"by":"","closes":"20',
  '"status":"agreed","endedAt":"20","rule":"consent","quorum":4,"counted":{"electors":6,"joining":6,"agree":6,"abstain":0,"disagree":0,"block":0}}},"commissions":{',
  '"leaving":{},"invitations":{},"proposals":{},"ended":{"":{"kind":"buy","deal":{"offer":"","enterprise":"","priceModel":"per-session","price":000,"least":4,"most":12,"hours":48,"charge":50,"sessions":12,"startsOn":"20","time":"10:00","every":7,"ahead":12,"status":"requested","answerBy":"20:00:00.000Z","people":[{"id":"","upTo":000},{"id":"","upTo":000}],"held":{"1":000,"2":000,"3":000,"4":000,"5":000,"6":000},"earned":{"funder":000},"earned":{},',
  '"states":["planned","planned","delivered","released","released","released","held","held","held","held","held","held","held","held","held","held"],"talks":{"1":{"releases":"20"}}},"talks":{}}},"released":0}',
  // Every event's text.
  '{"place":"","journal":"ALLOC#","journal":"POOL#","seq":1,"op":"","body":"","kind":"","by":"clock","for":"","at":"2026-00:00.000Z","postings":[],"changes":[{"is":"}],"state":"',
];

/** Version 2, with the names that states and events have now. */
const TEXTS_2 = [
  // Rare words.
  '"type":"granted""came-home""reduced""ended""left","endsOn":"notice-ended""custody":"stripe""stream":"health""instalment":"weekly"',
  '"priceModel":"per-person""kind":"cancel","commissionId":"kind":"agreement","agreement":"pendingAgreement":"version":2,"openBooks":true',
  '"majority","two-thirds","everyone","absence":"free-with-notice","choice":"abstain""disagree""block","joining":false,"upToPence":0',
  '"status":"waiting""withdrawn""not-agreed""expired""refused""cancelled""disputed""not-funded","endedAt":"',
  // Events.
  '"type":"joined","actorId":""changes":[{"type":"invitation-used","id":""},{"type":"joined","personId":"","signedVersion":1}]',
  '"peers":[["POOL#"postings":[{"from":"balance","to":"pool:","amount":000,"unit":"gbp-pence"}],"changes":[],"stateHash":"',
  '"type":"contributed","actorId":"","at":"2026-"peers":[["ALLOC#",2]],"postings":[{"from":"allocation","to":"lot:1","amount":000,"unit":"gbp-pence"}],"changes":[{"type":"lot-made","lot":"1","personId":"","allocationId":"',
  '"type":"accepted""delivered""confirmed""session-released""changes":[{"type":"commission-status","id":"","status":"accepted"}],"',
  '"postings":[{"from":"held:","to":"payable::funder","amount":000,"unit":"gbp-pence"},{"from":"held:","to":"lot:","amount":000,"unit":"gbp-pence"}],"changes":[{"type":"session-status","id":"","n":1,"status":"released"}]',
  '"status":"delivered","settlement":{"releasesAt":"20"status":"held"},{"type":"session-status","id":"","n":2,"status":"held"}',
  '"type":"proposed","changes":[{"type":"proposed","id":"","proposal":{"kind":"buy","order":{"offerId":"',
  '"postings":[{"from":"lot:1","to":"held:","amount":000,"unit":"gbp-pence"},{"from":"lot:"changes":[{"type":"commissioned","id":"","commission":{"offerId":"{"type":"proposal-status","id":"","status":"agreed"}',
  '"type":"voted","actorId":"","onBehalfOf":"","changes":[{"type":"voted","id":"","personId":"","vote":{"choice":"agree","joining":true,"upToPence":',
  // An allocation's state.
  '{"id":"","personId":"","funder":"council","stream":"social-care","custody":"funder","grantedPence":000,"startsOn":"2026-04-01","endsOn":"2027-03-31","instalment":"once","outcomes":["friendship"],"pooling":true,"balancePence":000,"pooledPence":{"":000},"returnedPence":0,"reductions":[],"reducedPence":0,"owedPence":0,"standing":{"":{"amountPence":000,"instalmentsDone":1}},"ended":false}',
  // A pool's state.
  '{"id":"","outcomes":["friendship"],"agreement":{"decisionRule":"consent","quorum":4,"votingDays":7,"noticeWeeks":4,"openBooks":false,"absence":"pay","version":1},"members":{"":{"signedVersion":1},"":{"signedVersion":1}},"leaving":{"":{"endsOn":"20"}},"invitations":{"":{"by":"","endsOn":"20","usesLeft":5}},',
  '"lots":{"1":{"personId":"","allocationId":"","stream":"social-care","custody":"funder","funder":"council","endsOn":"2027-03-31","freePence":000},"2":{"personId":"","allocationId":"","lotsMade":6,',
  '"by":"","closesAt":"20","electors":["",""],"decisionRule":"consent","quorum":4,"votes":{"":{"choice":"agree","joining":true,"upToPence":000},"":{"choice":"agree","joining":true,"upToPence":000}},"status":"open"}},',
  '"kind":"buy","by":"","status":"agreed","endedAt":"20","decisionRule":"consent","quorum":4,"counts":{"electors":6,"joining":6,"agree":6,"abstain":0,"disagree":0,"block":0}}},"commissions":{',
  '"leaving":{},"invitations":{},"proposals":{},"decidedProposals":{"":{"kind":"buy","order":{"offerId":"","enterpriseId":"","priceModel":"per-session","pricePence":000,"minPeople":4,"maxPeople":12,"cancellation":{"hours":48,"chargePercent":50},"sessions":12,"startsOn":"20","time":"10:00","everyDays":7,"heldAhead":12,"status":"requested","answerBy":"20:00:00.000Z","participants":[{"personId":"","upToPence":000},{"personId":"","upToPence":000}],"heldByLot":{"1":000,"2":000,"3":000,"4":000,"5":000,"6":000},"earnedByCustody":{"funder":000},"earnedByCustody":{},',
  '"sessionStatuses":["planned","planned","delivered","released","released","released","held","held","held","held","held","held","held","held","held","held"],"settlements":{"1":{"releasesAt":"20"}}},"settlements":{}}},"releasedPence":0}',
  // Every event's text.
  '{"place":"","journal":"ALLOC#","journal":"POOL#","seq":1,"idempotencyHash":"","bodyHash":"","type":"","actorId":"clock","onBehalfOf":"","at":"2026-00:00.000Z","peers":[["","postings":[],"changes":[{"type":"}],"stateHash":"',
];

const bytesOf = (texts: readonly string[]): Uint8Array => Buffer.from(texts.join(''));

/** What is written now. */
export const DICTIONARY: Uint8Array = bytesOf(TEXTS_2);
/** Everything that was ever written. */
export const DICTIONARIES: readonly Uint8Array[] = [bytesOf(TEXTS_1), DICTIONARY];
