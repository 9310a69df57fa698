// The words of the accessibility statement.
import { texts } from '../../text/texts.ts';

export const accessibilityText = texts({
  title: ['Accessibility', 'Can everyone use Kitty?'],
  lead: [
    'Kitty is made for people with learning disabilities, older people, and people who use a keyboard, a screen reader or a switch. We want everybody to be able to use all of it.',
    'We want everyone to be able to use Kitty. Please tell us if you cannot.',
    'wheelchair',
  ],
  canTitle: ['What you can do', 'What you can do'],
  easyRead: [
    'Turn on Easy Read at the top of any page: short sentences, pictures and larger letters.',
    'Press “Easy Read” at the top. You get short words and pictures.',
    'book',
  ],
  aloud: [
    'Press “Read aloud” to have a page spoken by your own browser.',
    'Press “Read to me”. Your computer or phone then reads the page.',
    'volume',
  ],
  keyboard: [
    'Use everything with a keyboard alone. What you are on is always clearly marked.',
    'You can use a keyboard. You do not need a mouse.',
    'hand',
  ],
  zoom: ['Make it larger, up to 400%, without having to scroll sideways.', 'You can make everything bigger.', 'search'],
  colours: [
    'Use dark colours, high contrast or your own colours. Nothing is told by colour alone.',
    'You can use dark colours. You can use your own colours.',
    'eye',
  ],
  time: [
    'Take your time. What you typed is kept, and pressing twice never pays twice.',
    'Take your time. You can not pay twice by mistake.',
    'clock',
  ],
  standardTitle: ['How accessible it is', 'The rules we follow'],
  standard: [
    'We aim to meet level AA of the Web Content Accessibility Guidelines (WCAG) 2.2. We have tested against them ourselves. Nobody independent has audited Kitty yet, so we cannot say that it meets them fully.',
    'There are rules for good websites. They are called WCAG 2.2. We try to follow them. We have checked this ourselves.',
    'tick-list',
  ],
  testedTitle: ['What was tested', 'What we checked'],
  testedAxe: [
    'Every page and its states are checked by a program, axe, each time that Kitty is changed.',
    'A computer checks every page, each time we change Kitty.',
    'check',
  ],
  testedJourneys: [
    'The main tasks are done in a real browser, once by keyboard alone and once in Easy Read.',
    'We do the main jobs with a keyboard only. We do them in Easy Read too.',
    'check',
  ],
  testedSmall: [
    'Pages are looked at on narrow screens, when zoomed in, and in light and dark colours.',
    'We look at pages on small screens. We look at them with big letters.',
    'check',
  ],
  problemsTitle: ['What is not good enough yet', 'What is not good yet'],
  notPeople: [
    'People with learning disabilities and people who use a screen reader have not yet tested it with us.',
    'Disabled people have not tested Kitty with us yet. We want them to.',
    'people',
  ],
  typed: [
    'What other people type, such as the description of an offer, has no Easy Read version.',
    'Some words are from other people. They may be hard to read.',
    'pencil',
  ],
  noBsl: [
    'There are no videos in British Sign Language, and the pages are in English only.',
    'There is no sign language yet. All words are in English.',
    'talk',
  ],
  voices: [
    '“Read aloud” uses the voices of your browser. Some browsers have none, and then the button is not shown.',
    'Some phones and computers cannot read to you.',
    'volume',
  ],
  script: [
    'Kitty needs JavaScript and a browser from the last two years or so.',
    'An old phone or computer may not work.',
    'phone',
  ],
  helpTitle: ['Ask for help or another format', 'Ask for help'],
  help: [
    'Ask the council or organisation that invited you to Kitty. They can read things to you, give you large print, audio, braille or Easy Read on paper, or do a step together with you.',
    'Ask the council. They can help you. You can ask for big letters. You can ask for paper.',
    'hand',
  ],
  supporter: [
    'You can also choose somebody you trust as your supporter, who can see, vote or pay for you.',
    'Someone you trust can help you in Kitty.',
    'heart',
  ],
  report: [
    'Tell them too when something does not work for you. Say which page it was, and what you use to read it.',
    'Is something too hard? Please tell the council. Say which page it was.',
    'talk',
  ],
  complainTitle: ['If you are not happy with the answer', 'If they do not help you'],
  complain: [
    'The Equality Advisory and Support Service can advise you. The law that applies is the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, which the Equality and Human Rights Commission enforces.',
    'You can ask the Equality Advisory and Support Service. They know your rights.',
    'phone',
  ],
  complainLink: ['Equality Advisory and Support Service', 'Equality Advisory and Support Service'],
  when: [
    'This statement was written on 22 November 2026. It is looked at again with every large change.',
    'We wrote this on 22 November 2026.',
    'calendar',
  ],
});
