import { AccountPage } from "./AccountPage.tsx";
import { ChangeEmail } from "./security/ChangeEmail.tsx";
import { ChangePassword } from "./security/ChangePassword.tsx";
import { GoogleAccount } from "./security/GoogleAccount.tsx";
import { SignOutEverywhere } from "./security/SignOutEverywhere.tsx";

export default function Security() {
  return (
    <AccountPage title="Logging in" lead="How you get in, and who else can't.">
      {(user) => (
        <>
          <ChangeEmail user={user} />
          <ChangePassword user={user} />
          <GoogleAccount user={user} />
          <SignOutEverywhere />
        </>
      )}
    </AccountPage>
  );
}
