import { StaffPage } from "./StaffPage.tsx";

export default function Outbox() {
  return (
    <StaffPage title="Mail" roles={[]}>
      <p />
    </StaffPage>
  );
}
