/** Who travels in the demo. But for the customer, nobody of them can log in. */
export const travellers = {
  customer: { uid: "demo-customer", email: "customer@example.com", name: "Customer" },
  ines: { uid: "traveller-ines", email: "ines@example.com", name: "Inês Vale" },
  jonas: { uid: "traveller-jonas", email: "jonas@example.com", name: "Jonas Birk" },
  mei: { uid: "traveller-mei", email: "mei@example.com", name: "Mei Sato" },
  tomas: { uid: "traveller-tomas", email: "tomas@example.com", name: "Tomás Rey" },
  ada: { uid: "traveller-ada", email: "ada@example.com", name: "Ada Winter" },
  noor: { uid: "traveller-noor", email: "noor@example.com", name: "Noor Haddad" },
  sipho: { uid: "traveller-sipho", email: "sipho@example.com", name: "Sipho Dube" },
  greta: { uid: "traveller-greta", email: "greta@example.com", name: "Greta Holm" },
  luca: { uid: "traveller-luca", email: "luca@example.com", name: "Luca Ferri" },
  hana: { uid: "traveller-hana", email: "hana@example.com", name: "Hana Kral" },
  owen: { uid: "traveller-owen", email: "owen@example.com", name: "Owen Parry" },
} as const;

export type Traveller = keyof typeof travellers;
