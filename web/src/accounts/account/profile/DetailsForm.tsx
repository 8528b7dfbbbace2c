import { serverTimestamp, setDoc } from "firebase/firestore";
import type { PrivateProfile } from "kindling-client";
import { useState } from "preact/hooks";
import { accounts } from "../../../core/backend.ts";
import { type Problem, problemOf } from "../../../core/problem.ts";
import { Check, Form, Notice, Select, TextField } from "../../../core/ui/index.ts";
import { languages, timeZones } from "./places.ts";

interface DetailsFormProps {
  uid: string;
  kept: PrivateProfile | undefined;
}

/** What is somebody's own business. Offline it is kept here, and goes out later. */
export function DetailsForm({ uid, kept }: DetailsFormProps) {
  const [draft, setDraft] = useState<Omit<PrivateProfile, "updatedAt">>({
    fullName: kept?.fullName ?? "",
    phone: kept?.phone ?? "",
    language: kept?.language ?? navigator.language,
    timeZone: kept?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    newsletter: kept?.newsletter ?? false,
  });
  const [standing, setStanding] = useState<"on its way" | "saved">();
  const [problem, setProblem] = useState<Problem>();
  const change = (changes: Partial<typeof draft>) => {
    setStanding(undefined);
    setProblem(undefined);
    setDraft({ ...draft, ...changes });
  };
  const save = () => {
    setStanding("on its way");
    const written = { ...draft, updatedAt: serverTimestamp() };
    setDoc(accounts.documents.privateProfile(uid), written).then(
      // Unless something else has been typed since.
      () => setStanding((now) => now && "saved"),
      (error: unknown) => {
        setStanding(undefined);
        setProblem(problemOf(error));
      },
    );
  };
  return (
    <section class="card">
      <h2>How to reach you</h2>
      <Form
        submit="Save"
        onSubmit={save}
        isBusy={false}
        problem={problem}
        beside={
          standing && (
            <Notice tone="good">
              {standing === "saved" ? "Saved." : "Kept here, and on its way."}
            </Notice>
          )
        }
      >
        <TextField
          label="Full name"
          autocomplete="name"
          maxlength={120}
          value={draft.fullName}
          onValue={(fullName) => change({ fullName })}
        />
        <TextField
          label="Phone"
          type="tel"
          autocomplete="tel"
          pattern="\+[1-9][0-9]{6,14}"
          hint="With the country first, without spaces: +4940123456."
          value={draft.phone}
          onValue={(phone) => change({ phone })}
        />
        <Select
          label="Language"
          options={languages(draft.language)}
          value={draft.language}
          onValue={(language) => change({ language })}
        />
        <Select
          label="Time zone"
          options={timeZones(draft.timeZone)}
          value={draft.timeZone}
          onValue={(timeZone) => change({ timeZone })}
        />
        <Check
          label="Write to me about news"
          checked={draft.newsletter}
          onChecked={(newsletter) => change({ newsletter })}
        />
      </Form>
    </section>
  );
}
