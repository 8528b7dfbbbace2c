import { firstListOf } from "../../../../functions/src/todos/startList.ts";
import type { DemoList } from "../demoList.ts";

const by = "demo-customer";

/** The list that the customer has had from the beginning, and shares with nobody. */
export const own: DemoList = {
  id: firstListOf(by).id,
  title: "My tasks",
  members: { [by]: "owner" },
  created: 30,
  archived: false,
  tasks: [
    { id: "library", title: "Renew the library card", by, due: -1, priority: 1 },
    { id: "dentist", title: "Call the dentist", by, due: 0, time: "09:30", priority: 3 },
    {
      id: "danish",
      title: "Learn ten words of Danish",
      by,
      due: 0,
      labels: ["evening"],
      repeat: { unit: "day" },
    },
    {
      id: "night-train",
      title: "Book seats on the night train",
      notes: "Lower berths, if there are any.",
      by,
      due: 1,
      time: "08:00",
      remind: by,
      labels: ["holidays"],
      checklist: ["There", "Back", "Bicycles"],
      checked: ["There"],
    },
    { id: "meter", title: "Read the meter", by, due: 6, repeat: { unit: "month" } },
    {
      id: "smoke-alarm",
      title: "Change the battery of the smoke alarm",
      by,
      due: 40,
      repeat: { unit: "year" },
    },
    { id: "button", title: "Sew the button on", by, labels: ["evening"] },
    { id: "freezer", title: "Defrost the freezer", by, due: -1, done: 1 },
  ],
};
