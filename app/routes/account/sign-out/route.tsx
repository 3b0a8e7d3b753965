import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { findVisitor } from '~/auth/guards.server';
import { endSession } from '~/auth/session.server';

export function loader() {
  return redirect('/');
}

/** A learner without an account is shown her way back first: without it she would lose what she learned. */
export async function action({ request, context }: ActionFunctionArgs) {
  const visitor = await findVisitor(request, context);
  const form = await request.formData();
  if (visitor && !visitor.registered && !form.has('leave')) return redirect('/my/code');
  const { setCookie } = await endSession(request, context);
  return redirect('/', { headers: { 'Set-Cookie': setCookie } });
}
