const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;

/** GB 32100-2015: the 18th character follows from the first 17, weighted by powers of 3 mod 31. */
export function isCreditCode(code: string): boolean {
  const values = [...code].map((character) => ALPHABET.indexOf(character));
  if (values.length !== LENGTH || values.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, -1)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === code.at(-1);
}

/** As people type it: spaces and small letters are no mistake. */
export const tidyCreditCode = (typed: string) => typed.replace(/\s/g, "").toUpperCase();
