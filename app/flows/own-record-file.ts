import { jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';

/** Headers of a copy to keep. It is never kept on the way. */
export function ownRecordFileHeaders(
  { extension, type }: { extension: string; type: string },
  at: Date,
): Record<string, string> {
  const { day } = jstDates(at);
  const name = encodeURIComponent(m.trust_file_name({ day }) + extension);
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="tsunagu-${day}${extension}"; filename*=UTF-8''${name}`,
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex, nofollow',
  };
}
