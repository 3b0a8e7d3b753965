import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { requireRegistered } from '~/auth/guards.server';
import { findCertificate } from '~/domain/certificates/find-certificate.server';
import { findSamePeople } from '~/domain/people/find-same-people.server';
import { printCertificate } from '~/flows/print-certificate.server';
import * as m from '~/paraglide/messages';

/** The holder's own certificate as a PDF. What cannot be printed is explained on its page. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { personId } = await requireRegistered(request, context);
  const certificate = await findCertificate(context.store.read, { id: params.id! });
  const hers = await findSamePeople(context.store.read, { personId });
  if (!certificate || !hers.includes(certificate.personId)) {
    throw new Response(null, { status: 404 });
  }
  const page = `/my/certificates/${certificate.id}`;
  if (certificate.withdrawnAt) return redirect(page);
  const printed = printCertificate(certificate, context);
  if (!printed.ok) return redirect(`${page}?print=refused`);
  const { title, courseTitle, number } = certificate;
  const name = m.my_file_name({ title, course: courseTitle, number });
  return new Response(new Uint8Array(printed.pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': inlineFile(name, number),
      'Cache-Control': 'private, no-store',
    },
  });
}

/** The name in UTF-8 (RFC 5987), with one in ASCII for programs that do not know it. */
function inlineFile(name: string, number: string): string {
  const plain = `certificate-${number.replace(/[^0-9A-Za-z-]/g, '')}.pdf`;
  const safe = name.replace(/[\s\u3000]+/g, '').replace(/[\\/:*?"<>|]/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
