import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireLearner } from '~/auth/guards.server';
import { endLoginSessions } from '~/domain/entry/end-login-sessions.server';
import { findOwnDevices } from '~/domain/entry/find-own-devices.server';
import { formatDay, formatTime, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { Tag } from '~/ui/tag';
import { wayInLabel } from '~/ui/way-in-label';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.entry_devices_title() }) },
];

const formatDayAndTime = (at: Date) =>
  m.entry_time({ day: formatDay(jstDates(at).day), time: formatTime(at) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId, registered, sessionPublicId } = await requireLearner(request, context);
  const devices = await findOwnDevices(context.store.read, { personId, at: now() });
  const ended = new URL(request.url).searchParams.get('ended');
  return {
    registered,
    ended: ended && /^\d{1,4}$/.test(ended) ? Number(ended) : null,
    devices: devices
      .map(({ publicId, device, way, createdAt, lastSeenAt, shared }) => ({
        publicId,
        shared,
        name: device ?? m.entry_devices_unknown(),
        way: wayInLabel(way),
        since: formatDayAndTime(createdAt),
        seen: formatDayAndTime(lastSeenAt ?? createdAt),
        isHere: publicId === sessionPublicId,
      }))
      .sort((a, b) => Number(b.isHere) - Number(a.isHere)),
  };
}

/** Ends one of her own logins, or all but this one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { personId, sessionHash } = await requireLearner(request, context);
  const form = await request.formData();
  const publicId = form.get('device');
  const which = form.get('intent') === 'end-others' ? {} : { publicId: String(publicId ?? '') };
  const ended = await context.store.tx((db) =>
    endLoginSessions(db, { personId, ...which, exceptHash: sessionHash }),
  );
  return redirect(`/my/devices?ended=${ended}`);
}

type Device = Awaited<ReturnType<typeof loader>>['devices'][number];

function OneDevice({ publicId, name, way, since, seen, shared, isHere }: Device) {
  return (
    <Card as="li">
      <h2 className="row">
        {name}
        {isHere ? <Tag kind="accent">{m.entry_devices_here()}</Tag> : null}
        {shared ? <Tag kind="warm">{m.entry_devices_shared()}</Tag> : null}
      </h2>
      <dl className="facts">
        <dt>{m.entry_devices_way()}</dt>
        <dd>{way}</dd>
        <dt>{m.entry_devices_since()}</dt>
        <dd>{since}</dd>
        <dt>{m.entry_devices_seen()}</dt>
        <dd>{seen}</dd>
      </dl>
      {isHere || !publicId ? null : (
        <form method="post" action="/my/devices">
          <input type="hidden" name="device" value={publicId} />
          <Button
            kind="second"
            aria-label={m.entry_devices_end_label({ device: name, time: since })}
          >
            {m.entry_devices_end()}
          </Button>
        </form>
      )}
    </Card>
  );
}

export default function Devices() {
  const { registered, devices, ended } = useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.entry_devices_title()}
        lead={m.entry_devices_lead()}
        crumbs={
          registered
            ? [
                { title: m.entry_security_title(), to: '/my/security' },
                { title: m.entry_devices_title() },
              ]
            : undefined
        }
      />
      {ended === null ? null : (
        <Notice kind="done" role="status">
          <p>
            {ended > 0 ? m.entry_devices_ended({ count: ended }) : m.entry_devices_ended_none()}
          </p>
        </Notice>
      )}
      <ul className="stack list-none p-0 m-0">
        {devices.map((device) => (
          <OneDevice key={device.publicId} {...device} />
        ))}
      </ul>
      {devices.length > 1 ? (
        <form method="post" action="/my/devices">
          <input type="hidden" name="intent" value="end-others" />
          <Button>{m.entry_devices_end_others()}</Button>
        </form>
      ) : (
        <p>{m.entry_devices_only()}</p>
      )}
      {registered ? (
        <section className="stack-s">
          <h2>{m.entry_devices_end_here()}</h2>
          <form method="post" action="/sign-out">
            <input type="hidden" name="leave" value="nothing" />
            <Button kind="second">{m.entry_leave_nothing()}</Button>
          </form>
        </section>
      ) : null}
    </div>
  );
}
