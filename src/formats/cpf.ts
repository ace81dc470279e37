/** The digits of what was typed, such as `"05123386556"` for `"051.233.865-56"`. */
export const cpfDigits = (text: string): string => text.replace(/\D/g, '');

/** Whether a text is a CPF: 11 digits, with or without its dots and hyphen, not all equal, with right check digits. */
export function isCpf(text: string): boolean {
  const digits = cpfDigits(text);
  if (!/^\d{3}(\.?)\d{3}\1\d{3}-?\d\d$/.test(text) || /^(\d)\1*$/.test(digits)) return false;
  return [9, 10].every((at) => checkDigit(digits, at) === +digits[at]!);
}

/** What was typed so far, with the dots and the hyphen of a CPF: `"051.2"`, `"051.233.865-56"`. Digits past the eleventh are dropped. */
export function formatCpf(text: string): string {
  const digits = cpfDigits(text);
  const groups = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 9)].filter(Boolean).join('.');
  return digits.length > 9 ? `${groups}-${digits.slice(9, 11)}` : groups;
}

/** Weights fall to 2 at the digit before; the remainder of ten times the sum by 11, where 10 counts as 0. */
function checkDigit(digits: string, at: number): number {
  let sum = 0;
  for (let i = 0; i < at; i++) sum += +digits[i]! * (at + 1 - i);
  return ((sum * 10) % 11) % 10;
}
