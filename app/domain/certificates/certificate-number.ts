const SERIAL_DIGITS = 6;

export type NumberParts = { prefix: string; fiscalYear: number; serial: number };

/** As printed: 第 27140-2026-000418 号 */
export function certificateNumber({ prefix, fiscalYear, serial }: NumberParts): string {
  return `第 ${prefix}-${fiscalYear}-${String(serial).padStart(SERIAL_DIGITS, '0')} 号`;
}
