// The words of “Start a pool”, question by question.
import { texts } from '../../text/texts.ts';

export const startPoolText = texts({
  caption: ['Start a pool', 'Start a pool'],

  nameTitle: ['What is your pool called?', 'What is the name of your pool?'],
  nameLabel: ['Name of the pool', 'Name'],
  nameHint: [
    'Something that you will all know, such as “Friday dancers”. An enterprise that you ask for something sees it.',
    'Like “Friday dancers”. Other people will see this name.',
  ],
  nameMissing: ['Type a name for your pool.', 'Type a name for your pool.'],
  nameLong: ['The name can have at most 80 letters.', 'The name is too long. Use fewer letters.'],

  purposeTitle: ['What will you do together?', 'What will you do together?'],
  purposeLabel: ['In a sentence or two', 'Say it in a few words'],
  purposeHint: [
    'For instance: “We want to learn to dance and meet new people.” Whoever you invite reads this.',
    'Like: “We want to dance.” The people you invite will read it.',
  ],
  purposeMissing: ['Say what you will do together.', 'Say what you will do together.'],
  purposeLong: ['This can have at most 500 letters.', 'This is too long. Use fewer words.'],

  outcomesTitle: ['What should come of it?', 'What is it good for?'],
  outcomesAbout: [
    'Each allocation is granted for certain things. Your money can go into this pool if the pool is for at least one of the same things.',
    'Your money is for some things. The pool must be for one of them too.',
    'tick-list',
  ],
  outcomesNone: [
    'You have no money in Kitty yet, so we cannot suggest anything. Ask the others what their money is for.',
    'You have no money here yet. Ask the others what their money is for.',
    'question',
  ],
  outcomesLegend: ['What your money is for', 'What your money is for'],
  outcomesHint: ['Choose all that fit.', 'You can choose more than one.'],
  othersLabel: ['Something else', 'Something else'],
  othersHint: ['A word or two, such as “fitness”. Put a comma between several.', 'One or two words, like “fitness”.'],
  outcomesMissing: ['Choose or type at least one thing that the pool is for.', 'Choose one thing. Or type one.'],
  outcomeLong: ['Each can have at most 40 letters.', 'This is too long. Use fewer letters.'],
  outcomesMany: ['A pool can be for at most 20 things.', 'This is too many. Choose fewer.'],

  rulesTitle: ['The rules of your pool', 'The rules of your pool'],
  rulesAbout: [
    'Every pool has an agreement. Most groups start with these rules. You can change them together later.',
    'A pool needs rules. Most groups start with these. You can change them later.',
    'tick-list',
  ],
  usual: ['Use these rules', 'Use these rules'],
  own: ['Choose our own rules', 'Choose our own rules'],

  ruleTitle: ['How will you decide?', 'How will you decide?'],
  ruleLegend: ['We do something together when …', 'We do it when …'],
  consent: ['somebody agrees and nobody blocks it', 'someone says yes and nobody blocks it'],
  consentHint: [
    'Good for most small groups. You talk until all can live with it. One serious “no” stops it.',
    'Good for most groups. One strong no stops it.',
  ],
  majority: ['more people say yes than no', 'more people say yes than no'],
  majorityHint: ['Quick. Some may not get what they want.', 'This is quick. Some people may not be happy.'],
  'two-thirds': ['two out of three say yes', '2 out of 3 say yes'],
  'two-thirdsHint': ['Most people must be in favour.', 'Most people must say yes.'],
  everyone: ['everyone who votes says yes', 'everyone who votes says yes'],
  everyoneHint: ['Safest, and slowest. One “no” stops it.', 'This is safe. It is slow. One no stops it.'],

  quorumTitle: ['How many people must vote?', 'How many people must vote?'],
  quorumLegend: ['A vote counts when this many have voted', 'This many people must vote'],
  quorumHint: ['In a pool with fewer people, everyone must vote.', 'In a small pool everyone must vote.'],
  quorumN: ['{n} people', '{n} people'],

  daysTitle: ['How long may you take to vote?', 'How long can you think about it?'],
  daysLegend: ['Everyone has this long to vote', 'You have this long to vote'],
  daysHint: ['When all have voted, it is decided at once.', 'It ends sooner if all have voted.'],
  daysN: ['{n} days', '{n} days'],
  week: ['A week', '1 week'],
  fortnight: ['Two weeks', '2 weeks'],

  noticeTitle: ['What if somebody wants to leave?', 'What if someone wants to leave?'],
  noticeLegend: ['Somebody who leaves gives this much notice', 'They say so this long before'],
  noticeHint: [
    'Until it is over, their money still helps to pay for what was agreed. It gives the others time to plan.',
    'Their money still pays for sessions in that time.',
  ],
  noticeNone: ['None: they can leave at once', 'No time: they can go now'],
  noticeN: ['{n} weeks', '{n} weeks'],

  another: ['Another number', 'Another number'],
  anotherLabel: ['Which number?', 'Which number?'],
  numberWrong: ['Type a whole number from {least} to {most}.', 'Type a number from {least} to {most}.'],

  absenceTitle: ['What if somebody cannot come?', 'What if someone can not come?'],
  absenceLegend: ['Somebody said that they are coming, and then cannot', 'They said yes. Now they can not come.'],
  pay: ['They pay their share all the same', 'They still pay'],
  payHint: ['The others never have to pay more because of it.', 'Nobody else has to pay more.'],
  'free-with-notice': [
    'They do not have to pay if they say so in good time',
    'They tell us early. Then they do not pay.',
  ],
  'free-with-noticeHint': ['Kinder, but the others may have to pay more.', 'The others may pay a little more.'],

  booksTitle: ['Who sees how much each of you has?', 'Who can see your money?'],
  booksLegend: ['How much each member has in the pool', 'How much each of you has in the pool'],
  closed: ['Only they themselves see it', 'Only you can see yours'],
  closedHint: ['All see what the pool has together.', 'Everyone sees the money of the pool.'],
  open: ['All members see it', 'Everyone in the pool can see it'],
  openHint: ['What somebody puts in of their own money stays hidden.', 'They can not see your own money.'],

  checkTitle: ['Check and sign', 'Check and sign'],
  checkName: ['Name', 'Name'],
  checkPurpose: ['What you will do', 'What you will do'],
  checkOutcomes: ['What it is for', 'What it is for'],
  checkRules: ['The agreement', 'The rules'],
  changeRules: ['Change these rules', 'Change these rules'],
  signing: [
    'By starting the pool you sign this agreement. Everybody who joins signs the same.',
    'You sign these rules now. Everyone who joins signs them too.',
    'pencil',
  ],
  sign: ['I sign this agreement and start the pool', 'I sign the rules. Start the pool.'],
  welcome: [
    '{name} is open, and you are its first member. Invite the others now.',
    '{name} is open. Now invite the others.',
  ],
});
