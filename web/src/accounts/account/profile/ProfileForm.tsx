import { type User, updateProfile } from "firebase/auth";
import type { Introduction, Profile } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../../core/action.ts";
import { accounts } from "../../../core/backend.ts";
import { refreshSession } from "../../../core/session.tsx";
import { Form, Notice, TextArea, TextField } from "../../../core/ui/index.ts";
import { Avatar } from "../../Avatar.tsx";
import { avatarHint, avatarProblem, publicTextProblem } from "./problems.ts";
import { useUsername } from "./username.ts";

interface ProfileFormProps {
  user: User;
  /** None yet, of who has just signed up. */
  profile: Profile | undefined;
}

/** What somebody says of themselves, under a name that nobody else has. */
export function ProfileForm({ user, profile }: ProfileFormProps) {
  const [draft, setDraft] = useState<Introduction>({
    username: profile?.username ?? "",
    displayName: profile?.displayName ?? user.displayName ?? "",
    bio: profile?.bio ?? "",
    avatar: profile?.avatar ?? "",
  });
  const [isSaved, setSaved] = useState(false);
  const username = useUsername(draft.username, user.uid);
  const save = useAction(async () => {
    await accounts.saveProfile(user.uid, draft);
    setSaved(true);
    // The profile is saved; what the header calls them may come later.
    await updateProfile(user, { displayName: draft.displayName })
      .then(refreshSession)
      .catch(() => undefined);
  });
  const change = (field: keyof Introduction) => (value: string) => {
    setSaved(false);
    save.clear();
    setDraft({ ...draft, [field]: value });
  };
  return (
    <section class="card">
      <div class="row">
        <Avatar name={draft.displayName} url={avatarProblem(draft.avatar) ? "" : draft.avatar} />
        <div class="grow">
          <h2>{draft.displayName || "Somebody new"}</h2>
          {profile && <a href={`/people/${user.uid}`}>See it as others do</a>}
        </div>
      </div>
      <Form
        submit="Save"
        onSubmit={() => save.run()}
        isBusy={save.isBusy}
        problem={save.problem}
        beside={isSaved && <Notice tone="good">Saved.</Notice>}
      >
        <TextField
          label="Name"
          autocomplete="name"
          required
          maxlength={80}
          value={draft.displayName}
          onValue={change("displayName")}
          wrong={publicTextProblem(draft.displayName)}
        />
        <TextField
          label="Username"
          autocomplete="nickname"
          required
          maxlength={20}
          value={draft.username}
          onValue={change("username")}
          {...username}
        />
        <TextArea
          label="About you"
          maxlength={500}
          value={draft.bio}
          onValue={change("bio")}
          wrong={publicTextProblem(draft.bio)}
        />
        <TextField
          label="Address of a picture"
          type="url"
          maxlength={450}
          value={draft.avatar}
          onValue={change("avatar")}
          hint={avatarHint}
          wrong={avatarProblem(draft.avatar)}
        />
      </Form>
    </section>
  );
}
