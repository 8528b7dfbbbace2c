import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useAction, useRequestId } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { Form, Page, Select, TextField } from "../../core/ui/index.ts";
import "../travel.css";
import { PlaceFields } from "./PlaceFields.tsx";
import { newPlace, placeOf, type Whereabouts, whereaboutsOf } from "./placeDraft.ts";

const ZONES = Intl.supportedValuesOf("timeZone").map((zone) => [zone, zone] as const);

const here: Whereabouts = {
  city: "",
  country: "",
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

export default function NewPlace() {
  const { route } = useLocation();
  const { requestId } = useRequestId();
  const [draft, setDraft] = useState(newPlace);
  const [where, setWhere] = useState(here);
  const add = useAction(async () => {
    const described = { ...placeOf(draft), ...whereaboutsOf(where) };
    const { propertyId } = await travel.call.createProperty({ requestId, ...described });
    route(`/travel/host/places/${propertyId}`);
  });
  return (
    <Page
      title="Add a place"
      from={["Hosting", "/travel/host"]}
      lead="Nobody sees it before you list it. Rooms and prices come next."
      width="narrow"
    >
      <RequireUser why="Hosts have an account.">
        {() => (
          <Form
            submit="Go on to the rooms"
            onSubmit={() => add.run()}
            isBusy={add.isBusy}
            problem={add.problem}
          >
            <PlaceFields draft={draft} onDraft={setDraft} />
            <div class="fields">
              <TextField
                label="City"
                value={where.city}
                onValue={(city) => setWhere({ ...where, city })}
                required
                maxlength={40}
              />
              <TextField
                label="Country"
                hint="Two letters, like PT."
                value={where.country}
                onValue={(country) => setWhere({ ...where, country })}
                required
                pattern="[A-Za-z]{2}"
                maxlength={2}
              />
            </div>
            <Select
              label="Time zone"
              hint="City, country and zone stay as they are: the calendar is by them."
              value={where.timeZone}
              onValue={(timeZone) => setWhere({ ...where, timeZone })}
              options={ZONES}
            />
          </Form>
        )}
      </RequireUser>
    </Page>
  );
}
