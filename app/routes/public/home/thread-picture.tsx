import * as m from '~/paraglide/messages';

const beads = [
  { x: 40, y: 206, r: 38, text: [m.public_home_step_notice] },
  { x: 142, y: 216, r: 38, text: [m.public_home_step_speak_a, m.public_home_step_speak_b] },
  { x: 222, y: 120, r: 38, text: [m.public_home_step_listen] },
  { x: 330, y: 146, r: 38, text: [m.public_home_step_connect] },
];

/** The five steps as beads on one thread. */
export function ThreadPicture() {
  return (
    <svg
      className="thread-picture"
      viewBox="0 0 460 320"
      role="img"
      aria-label={m.public_home_picture()}
    >
      <path
        className="picture-thread"
        d="M24 250C84 60 132 300 196 176S300 40 336 150s70 60 100-66"
        fill="none"
        strokeWidth="5"
        strokeLinecap="round"
      />
      {beads.map(({ x, y, r, text }) => (
        <g key={x}>
          <circle className="picture-bead" cx={x} cy={y} r={r} strokeWidth="4" />
          {text.map((line, i) => (
            <text key={i} x={x} y={y + 6 + (i - (text.length - 1) / 2) * 21} textAnchor="middle">
              {line()}
            </text>
          ))}
        </g>
      ))}
      <circle className="picture-bead-last" cx="420" cy="88" r="34" strokeWidth="4" />
      <text x="420" y="94" textAnchor="middle">
        {m.public_home_step_watch()}
      </text>
    </svg>
  );
}
