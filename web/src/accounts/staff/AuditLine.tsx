import type { AuditEntry } from "kindling-client";
import { time } from "../../core/words.ts";
import { actionWords, personIn } from "./auditWords.ts";
import { PersonName, personPath } from "./PersonName.tsx";

interface AuditLineProps {
  entry: AuditEntry;
  /** The page says what it is about. */
  isAboutKnown?: boolean;
}

/** What was done, to what, by whom, when and why. */
export function AuditLine({ entry, isAboutKnown = false }: AuditLineProps) {
  const { action, actor, subject, reason, at } = entry;
  const isOwn = personIn(subject) === actor;
  return (
    <li>
      <div class="what">
        <p class="strong">{actionWords(action)}</p>
        {!isAboutKnown && !isOwn && <About subject={subject} />}
        {reason && <p>“{reason}”</p>}
      </div>
      <div class="how">
        {!(isAboutKnown && isOwn) && (
          <span>
            by <Actor uid={actor} />
          </span>
        )}
        <span class="hint">{time(at)}</span>
      </div>
    </li>
  );
}

function About({ subject }: { subject: string }) {
  const uid = personIn(subject);
  return (
    <p class="hint">
      {uid === undefined ? (
        <code>{subject}</code>
      ) : (
        <a href={personPath(uid)}>
          <PersonName uid={uid} />
        </a>
      )}
    </p>
  );
}

/** Of what is nobody's doing, who holds the project or the back end itself. */
const HOUSE: Readonly<Record<string, string>> = {
  command: "the command line",
  system: "the back end",
};

function Actor({ uid }: { uid: string }) {
  const house = HOUSE[uid];
  if (house) return <>{house}</>;
  return (
    <a href={personPath(uid)}>
      <PersonName uid={uid} />
    </a>
  );
}
