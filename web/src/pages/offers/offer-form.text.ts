// The words of listing, changing and withdrawing an offer.
import { texts } from '../../text/texts.ts';

export const offerFormText = texts({
  listCaption: ['List an offer of {enterprise}', 'New offer of {enterprise}'],
  changeCaption: ['Change “{title}”', 'Change “{title}”'],
  list: ['List this offer', 'Put it in Kitty'],
  save: ['Save the changes', 'Save'],
  listed: ['“{title}” is listed. Groups can find it now.', '“{title}” is in Kitty now. Groups can find it.'],
  saved: [
    '“{title}” is changed. What groups have agreed already stays as it was.',
    '“{title}” is changed. Old orders stay the same.',
  ],
  stays: [
    'Changes are for new requests. What groups have agreed with you already stays as it was.',
    'This is for new groups. Old orders stay the same.',
    'information',
  ],
  withdrawLink: ['Withdraw this offer', 'Take this offer away'],
  withdrawTitle: ['Withdraw “{title}”?', 'Take “{title}” away?'],
  withdrawWhat: [
    'Nobody can find it or ask for it any more. What groups have agreed with you already goes on. This cannot be undone, but you can list it again as a new offer.',
    'Nobody can find it then. Old orders go on. You can not undo this. You can make a new offer.',
    'warning',
  ],
  withdraw: ['Yes, withdraw it', 'Yes, take it away'],
  keep: ['No, keep it', 'No, keep it'],
  withdrawn: ['“{title}” is withdrawn.', '“{title}” is gone.'],
  gone: [
    'This offer was withdrawn on {day}, so it cannot be changed. You can list a new one.',
    'This offer is gone. You can make a new one.',
    'information',
  ],
  newOffer: ['List an offer', 'Add an offer'],
});
