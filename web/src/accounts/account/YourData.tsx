import { AccountPage } from "./AccountPage.tsx";
import { DeleteAccount } from "./leaving/DeleteAccount.tsx";
import { ExportData } from "./leaving/ExportData.tsx";

export default function YourData() {
  return (
    <AccountPage title="Your data" lead="Take it along, or take it away." isForGuests>
      {({ uid }) => (
        <>
          <ExportData />
          <DeleteAccount key={uid} uid={uid} />
        </>
      )}
    </AccountPage>
  );
}
