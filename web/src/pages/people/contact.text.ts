// The words of “How we tell you things”: by email or text message, each at once or all of a day together.
import { texts } from '../../text/texts.ts';

export const contactText = texts({
  title: ['How we tell you things', 'How we tell you things'],
  about: [
    'We tell you when there is something for you to decide, when a session is near, and when your money moves.',
    'We tell you when you need to choose. We tell you when a session is soon. We tell you about your money.',
    'bell',
  ],
  nothing: [
    'No messages are sent here yet. Look in Kitty often, so that you miss no vote.',
    'We do not send messages yet. Please look here often.',
    'bell',
  ],
  aboutYou: [
    'This is about what we send to you, not about what we send to {name}.',
    'This is about you. It is not about {name}.',
    'person',
  ],

  by: ['How should we tell you?', 'How do you want us to tell you?'],
  email: ['Email', 'Email'],
  emailHint: ['To {email}, the address that you sign in with.', 'To {email}.'],
  text: ['Text message', 'Text message'],
  textHint: [
    'Between 8am and 9pm only. What happens at night waits until the morning.',
    'Only in the day. Not at night.',
  ],
  none: ['Do not send me anything', 'Do not send me anything'],
  noneHint: [
    'You still see everything here. But a vote can end without you, if you do not look in time.',
    'You can see everything here. But you may miss a vote.',
  ],

  phone: ['Your mobile number', 'Your mobile number'],
  phoneHint: [
    'For a number of another country, begin with + and its code. Nobody else in Kitty sees it.',
    'Nobody else can see it.',
  ],
  phoneMissing: ['Type the number of your mobile phone.', 'Type your mobile number.'],
  phoneWrong: [
    'Type a mobile number, such as 07700 900123 or +44 7700 900123.',
    'Type a mobile number, like 07700 900123.',
  ],

  often: ['How often?', 'How often?'],
  atOnce: ['Each thing at once', 'Tell me right away'],
  daily: ['Once a day, all together', 'One message a day'],
  dailyHint: [
    'At 5pm. Anything that cannot wait until then comes at once.',
    'At 5 o’clock. If something can not wait, we tell you right away.',
  ],

  save: ['Save', 'Save'],
  saved: ['Saved. This is how we tell you things from now on.', 'Saved. This is how we tell you things now.'],
});
