// The words for what an enterprise says of itself: questions, help and mistakes.
import { texts } from '../../text/texts.ts';

export const enterpriseFieldsText = texts({
  name: ['Name', 'Name'],
  nameQuestion: ['What is your enterprise called?', 'What is the name?'],
  nameHint: ['The name that people know you by.', 'The name that people know.'],
  nameMissing: ['Enter the name of your enterprise', 'Write the name'],
  nameLong: ['The name must be 100 characters or fewer', 'The name is too long. Use 100 letters or fewer'],
  description: ['What you do', 'What you do'],
  descriptionQuestion: ['What do you do?', 'What do you do?'],
  descriptionHint: [
    'Say in a few plain sentences what you do, and who you are. Everybody who looks for something to do can read this.',
    'Write a few short sentences. Everyone can read this.',
  ],
  descriptionMissing: ['Say what you do', 'Write what you do'],
  descriptionLong: ['What you do must be 2,000 characters or fewer', 'This is too long. Use 2,000 letters or fewer'],
  postcode: ['Postcode', 'Postcode'],
  postcodeQuestion: ['What is your postcode?', 'What is your postcode?'],
  postcodeHint: [
    'Others see only the first half, such as RM10. It may be your home, so we keep the rest to ourselves.',
    'Other people only see the first half. Like RM10.',
  ],
  postcodeWrong: ['Enter a UK postcode, such as RM10 9XX or RM10', 'Write a postcode. Like RM10 9XX'],
  legalForm: ['Legal form', 'What you are in law'],
  legalFormQuestion: ['What is your enterprise in law?', 'What are you in law?'],
  legalFormHint: [
    'If you work for yourself and have set nothing up, you are a sole trader.',
    'Do you work alone? Then choose the first.',
  ],
  legalFormMissing: ['Choose what your enterprise is in law', 'Choose one'],
  ownership: ['Who owns it', 'Who owns it'],
  ownershipQuestion: ['Who owns your enterprise?', 'Who owns it?'],
  ownershipHint: [
    'Some groups like to buy from enterprises that belong to the people who work there or use them.',
    'Some groups like to know who owns it.',
  ],
  ownerHint: ['You, you and a partner, or a family.', 'Like you, or you and your family.'],
  workerHint: ['The workers share the ownership and each have a vote.', 'Each worker has a vote.'],
  userHint: ['The people who come share the ownership and each have a vote.', 'Each person who comes has a vote.'],
  bothHint: ['Workers and the people who come own it together.', 'Workers and people who come each have a vote.'],
  communityHint: [
    'Anybody who lives nearby can be a member, or trustees run it for them.',
    'People who live near here own it.',
  ],
  ownershipMissing: ['Choose who owns your enterprise', 'Choose who owns it'],
  workers: ['Workers', 'How many people work there'],
  workersQuestion: ['How many people work in your enterprise?', 'How many people work there?'],
  workersHint: [
    'Count yourself and everybody who is paid. Kitty is for small enterprises of 8 workers or fewer.',
    'Count yourself too. It can be 1 to 8.',
  ],
  workersWrong: ['The number of workers must be from 1 to 8', 'Write a number from 1 to 8'],
  companyNumber: ['Company number', 'Company number'],
  companyNumberQuestion: ['What is your company number?', 'What is your company number?'],
  companyNumberHint: [
    'The number that Companies House gave you: 8 characters, such as 01234567. Leave it empty if you have none.',
    'You have it from Companies House. Like 01234567. You can leave it empty.',
  ],
  companyNumberWrong: [
    'The company number must have 8 characters, such as 01234567 or SC123456',
    'A company number has 8 letters or numbers. Like 01234567',
  ],
  none: ['None', 'None'],
});
