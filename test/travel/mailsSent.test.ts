import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { deliver } from "../../functions/src/core/mail/deliver.ts";
import { Mail, mails } from "../../functions/src/core/mail/schema.ts";
import { escapeHtml } from "../../functions/src/core/mail/template.ts";
import { cancelAsHost } from "../../functions/src/travel/cancelAsHost.ts";
import { changeDates } from "../../functions/src/travel/changeDates.ts";
import { call } from "../support/call.ts";
import { parseCalendar, propertyOf, textOf } from "../support/icalendar.ts";
import { SmtpServer } from "../support/smtp.ts";
import { useBookings } from "./support/bookingStates.ts";
import { book, bookingOf, openHouse, stayFrom } from "./support/house.ts";
import { HOSTILE } from "./support/mails.ts";

describe("travel: mails as they arrive", () => {
  const smtp = new SmtpServer();
  before(() => smtp.start());
  after(() => smtp.stop());
  beforeEach(() => smtp.forget());
  useBookings();

  /** A stay that is booked, moved and called off, at a house whose host writes what they like. */
  async function mailsOf(words: string) {
    const house = await openHouse({ name: words, address: words }, { name: words });
    const { bookingId, person } = await book(house, stayFrom(house, 20));
    await call(changeDates, person, {
      ...{ requestId: randomUUID(), bookingId, toPay: 0, refund: 0 },
      ...stayFrom(house, 25),
    });
    await call(cancelAsHost, house.host, { bookingId, reason: `${words}\n${words}` });
    for (const mail of (await mails.get()).docs) assert.equal(await deliver(mail), "sent");
    return { house, bookingId, person };
  }

  it("bring a file that a calendar takes, moves and takes out again, by text/calendar", async () => {
    const { bookingId, person } = await mailsOf("Pensão à Praia");
    const theirs = smtp.acceptedFor(person.token.email ?? "").map(({ mail }) => mail);
    assert.equal(theirs.length, 3);
    const read = theirs.map((mail) => {
      const [file, ...more] = mail.attachments;
      assert.ok(file && more.length === 0);
      assert.deepEqual([file.filename, file.contentType], ["stay.ics", "text/calendar"]);
      const calendar = parseCalendar(file.content.toString());
      const [event, ...others] = calendar.parts;
      assert.ok(event && others.length === 0);
      const header = file.headers.get("content-type") as never as { params: { method?: string } };
      const said = (name: string) => propertyOf(event, name)?.value;
      return {
        ...{ method: propertyOf(calendar, "METHOD")?.value, says: header.params.method },
        ...{
          uid: said("UID"),
          sequence: Number(said("SEQUENCE")),
          status: said("STATUS"),
        },
        ...{ start: said("DTSTART"), location: textOf(event, "LOCATION") },
      };
    });
    read.sort((one, other) => one.sequence - other.sequence);
    assert.deepEqual(
      read.map(({ method, says, status }) => [method, says, status]),
      [
        ["PUBLISH", "PUBLISH", "CONFIRMED"],
        ["PUBLISH", "PUBLISH", "CONFIRMED"],
        ["CANCEL", "CANCEL", "CANCELLED"],
      ],
    );
    assert.deepEqual([...new Set(read.map(({ uid }) => uid))], [`${bookingId}@travel`]);
    assert.equal(new Set(read.map(({ sequence }) => sequence)).size, 3);
    const [first, second, third] = read.map(({ start }) => start);
    assert.ok(first !== second && second === third);
    assert.equal(read[0]?.location, "Pensão à Praia");
  });

  it("are no markup, no header and no second event, whatever a host calls a place or gives as a reason", async () => {
    const { house, bookingId, person } = await mailsOf(HOSTILE);
    assert.equal(smtp.accepted.length, 5);
    const { reference } = await bookingOf(bookingId);
    for (const { to, mail } of smtp.accepted) {
      const html = String(mail.html);
      assert.doesNotMatch(html, /<script|<\/td><script|"Q'/);
      assert.ok(html.includes(escapeHtml(HOSTILE)));
      assert.ok(mail.text?.includes(HOSTILE));
      assert.ok([house.host.token.email, person.token.email].includes(to[0]));
      for (const { content } of mail.attachments) {
        const { parts } = parseCalendar(content.toString());
        assert.equal(parts.length, 1);
        assert.equal(textOf(parts[0]!, "SUMMARY"), `${HOSTILE}, ${HOSTILE}`);
        assert.equal(textOf(parts[0]!, "DESCRIPTION"), `Kindling: ${reference}`);
      }
    }
    const [cancelled] = smtp
      .acceptedFor(person.token.email ?? "")
      .filter(({ mail }) => mail.subject?.endsWith("is cancelled"));
    assert.ok(cancelled?.mail.text?.includes(`The host says: ${HOSTILE}\n${HOSTILE}`));
  });

  it("are short enough to be sent, however much a host writes", async () => {
    const long = (length: number) => "\u00e9".repeat(length);
    const house = await openHouse({ name: long(120), address: long(200) }, { name: long(120) });
    const { bookingId } = await book(house, stayFrom(house, 20, 28));
    await call(cancelAsHost, house.host, { bookingId, reason: long(500) });
    const { docs } = await mails.get();
    assert.equal(docs.length, 3);
    for (const mail of docs) {
      assert.deepEqual(Mail.parse(mail.data()), mail.data());
      assert.equal(await deliver(mail), "sent");
    }
  });
});
