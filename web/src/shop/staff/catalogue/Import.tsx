import { useState } from "preact/hooks";
import { useAction } from "../../../core/action.ts";
import { shop } from "../../../core/backend.ts";
import { StaffPage } from "../../../core/staff/StaffPage.tsx";
import { Field } from "../../../core/ui/Field.tsx";
import { Button, Form } from "../../../core/ui/index.ts";
import { KEEPS_STOCK } from "../roles.ts";
import { ImportReport, type Outcome } from "./ImportReport.tsx";
import "../staff.css";

/** Brings the catalogue to what a file says. */
export default function Import() {
  return (
    <StaffPage
      title="Import a catalogue"
      roles={KEEPS_STOCK}
      from={["Catalogue", "/staff/catalogue"]}
      lead="A CSV file or a JSON list, a row for each variant, up to 4 MB."
    >
      <ImportForm />
    </StaffPage>
  );
}

function ImportForm() {
  const [file, setFile] = useState<File>();
  const [outcome, setOutcome] = useState<Outcome>();
  const send = useAction(async (chosen: File, dryRun: boolean) => {
    const format = chosen.name.toLowerCase().endsWith(".json") ? "json" : "csv";
    const content = await chosen.text();
    setOutcome(await shop.call.importCatalogue({ format, content, dryRun }));
  });
  return (
    <>
      <section class="card">
        <Form
          submit="Check the file"
          look={outcome ? "plain" : "primary"}
          onSubmit={() => file && send.run(file, true)}
          isBusy={send.isBusy}
          problem={send.problem}
        >
          <Field
            label="File"
            hint="Columns: product, name, category, sku and price; description, option, taxClass, active, stock and lowAt if you like. What the file does not name stays as it is."
          >
            {(wired) => (
              <input
                {...wired}
                type="file"
                accept=".csv,.tsv,.json,text/csv,application/json"
                required
                onChange={(event) => {
                  setFile(event.currentTarget.files?.[0]);
                  setOutcome(undefined);
                  send.clear();
                }}
              />
            )}
          </Field>
        </Form>
      </section>
      <div role="status" class="stack">
        {outcome && <ImportReport outcome={outcome} />}
      </div>
      {file && outcome && !outcome.applied && outcome.created + outcome.updated > 0 && (
        <div class="row">
          <Button look="primary" isBusy={send.isBusy} onClick={() => send.run(file, false)}>
            Import the good rows
          </Button>
        </div>
      )}
    </>
  );
}
