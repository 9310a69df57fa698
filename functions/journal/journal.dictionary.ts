// What entries have in common: texts that the stored bytes point into instead of repeating them. It takes a third off.
// Part of the stored format: what was written with it can be read with nothing else. Never change it. For another, keep
// both and tell them apart by the checksum that every entry begins with (RFC 1950, DICTID).
// What stands near the end is pointed to at the least cost, so the commonest comes last.

const TEXTS = [
  // Changes of allocations and their states.
  '"changes":[{"is":"cut","from":"20"cut-made","recalled","ended""kind":"reduced""reduction-announced""ended""came-home"',
  '"standing-stopped""standing-changed""standing-missed""is":"standing","pool":"","paid":',
  '"kind":"granted","by":""postings":[["funder","balance",000]],"changes":[{"is":"granted","id":"',
  '["balance","returned",["pool:","balance","kind":"came-home"',
  ',"stream":"own-money"neighbourhood""justice""employment""education""health","custody":"stripe","funder":"',
  '"instalment":"weekly""four-weekly","outcomes":["friendship","fitness"],"pooling":false,"ended":true,"owed":',
  // Rarer changes of pools.
  '"kind":"opened""invited""invitation-revoked""sent-home""signed""vote-withdrawn""proposal-withdrawn""cancelled"',
  '"resolved""limit-changed""refused""time-passed""proposal-closed""notice-ended""expired""not-funded"',
  '"changes":[{"is":"opened","id":"},{"is":"joined","person":"","signed":1}],"{"is":"invited","id":"","by":"","until":"20","left":',
  '{"is":"invitation-used","id":"},{"is":"invitation-revoked"{"is":"gone","person":"{"is":"signed","person":","version":2',
  '{"is":"agreement","agreement":{{"is":"in-force"}{"is":"limit","id":"{"is":"vote-withdrawn","id":"',
  '"pending":{"decisionRule":"everyone""two-thirds""majority","quorum":,"openBooks":true,"absence":"free-with-notice","version":',
  '"kind":"left""changes":[{"is":"left","person":"","endsOn":"20"lot:","allocation",',
  '"session":"until":"20"pool":"enterprise":"choice":"abstain""disagree""block","joining":false,"upTo":0',
  '"counted":{"electors":6,"joining":6,"agree":6,"abstain":0,"disagree":0,"block":0},"endedAt":"20',
  '"status":"waiting""agreed""not-agreed""withdrawn"{"kind":"cancel","commission":"{"kind":"agreement","terms":{"priceModel":"per-person"',
  // The commonest events.
  '"kind":"joined"{"is":"joined","person":"',
  '"kind":"contributed","by":"","at":"20"peers":[["ALLOC#",2]],"postings":[["allocation","lot:1",000]],"changes":[{"is":"lot","n":"1","person":"',
  '"peers":[["POOL#"postings":[["balance","pool:',
  '"kind":"accepted""disputed""confirmed""delivered""changes":[{"is":"commission","id":"","status":"accepted"}],"',
  '"postings":[["held:",""payable::funder",900],["held:","lot:"changes":[{"is":"session","id":"","n":1,"status":"released"}]',
  '"status":"delivered","talk":{"releases":"20"status":"held"},{"is":"session","id":"","n":2,"status":"held"}',
  '"kind":"proposed","changes":[{"is":"proposed","id":"","proposal":{"kind":"buy","deal":{"offer":"',
  '"kind":"voted","by":"","changes":[{"is":"voted","id":"","person":"","vote":{"choice":"agree","joining":true,"upTo":}},{"is":"proposal","id":"","status":"agreed"}',
  '{"is":"commissioned","id":"","commission":{"offer":"postings":[["lot:1","held:',
  // The state of an allocation.
  '{"id":"","person":"","funder":"council","stream":"social-care","custody":"funder","granted":000,"startsOn":"2026-04-01","endsOn":"2027-03-31","instalment":"once","outcomes":["friendship"],"pooling":true,"balance":000,"pools":{"":000},"returned":0,"cuts":[],"reduced":0,"owed":0,"standing":{},"ended":false}',
  // The state of a pool.
  '{"id":"","outcomes":["friendship"],"agreement":{"decisionRule":"consent","quorum":4,"votingDays":7,"noticeWeeks":4,"openBooks":false,"absence":"pay","version":1},"members":{"":{"signed":1},"":{"signed":1}},"leaving":{"":{"endsOn":"20"}},"invitations":{"":{"by":"","until":"20","left":5}},',
  '"lots":{"1":{"person":"","allocation":"","stream":"social-care","custody":"funder","funder":"council","ends":"2027-03-31","free":000},"2":{"person":"","lotsEver":6,',
  '"proposals":{"":{"kind":"buy","deal":{"offer":"","enterprise":"","priceModel":"per-session","price":000,"least":4,"most":12,"hours":48,"charge":50,"sessions":12,"startsOn":"20","time":"10:00","every":7,"ahead":12},"by":"","closes":"20:00:00.000Z","electors":["",""],"rule":"consent","quorum":4,"votes":{"":{"choice":"agree","joining":true,"upTo":000},"":{"choice":"agree","joining":true,"upTo":000}},"status":"open"}},',
  '"leaving":{},"invitations":{},"proposals":{},"commissions":{"":{"offer":"","enterprise":"","priceModel":"per-session","price":000,"least":4,"most":12,"hours":48,"charge":50,"sessions":12,"startsOn":"20","time":"10:00","every":7,"ahead":12,"status":"requested","answerBy":"20:00:00.000Z","people":[{"id":"","upTo":000},{"id":"","upTo":000}],"held":{"1":000,"2":000,"3":000,"4":000,"5":000,"6":000},"earned":{"funder":000},',
  '"states":["planned","planned","cancelled","disputed","delivered","released","released","released","held","held","held","held","held","held","held","held","held","held","held"],"talks":{}},"talks":{"1":{"releases":"20:00:00.000Z"}}},"released":0}',
  // What every event's text has.
  '{"place":"","journal":"ALLOC#","journal":"POOL#","seq":1,"op":"","body":"","kind":"","by":"clock","for":"","at":"2026-00:00.000Z","postings":[],"changes":[{"is":"","state":"',
];

export const DICTIONARY: Uint8Array = Buffer.from(TEXTS.join(''));
