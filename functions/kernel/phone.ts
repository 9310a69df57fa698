// Mobile numbers: parses them as people type them into the form that Kitty stores (+447700900123), and writes them out.

/** A country code, which never begins with 0, and the rest: 8 to 15 digits by ITU-T E.164. */
const INTERNATIONAL = /^\+[1-9]\d{7,14}$/;
/** Only UK numbers that begin with 07 can get text messages. */
const UK_MOBILE = /^\+447\d{9}$/;
/** What people put between digits; the (0) of “+44 (0)7700” is not dialled from abroad. */
const SEPARATORS = /[\s().\u2010-\u2015-]/g;

/** `+` and digits, or undefined for what is not a mobile number. Takes 07… (with +44, 0044 or 44), and other countries' with + or 00. */
export function normaliseMobile(text: string): string | undefined {
  const plain = text
    .replace(/\(0\)/g, '')
    .replace(SEPARATORS, '')
    .replace(/^00/, '+')
    .replace(/^\+?440?(?=7)/, '+44')
    .replace(/^0(?=7)/, '+44');
  if (plain.startsWith('+44')) return UK_MOBILE.test(plain) ? plain : undefined;
  return INTERNATIONAL.test(plain) ? plain : undefined;
}

/** As people in the UK write it: 07700 900123. Other countries' numbers stay as stored. */
export const formatMobile = (number: string): string => number.replace(/^\+44(7\d{3})(\d{6})$/, '0$1 $2');
