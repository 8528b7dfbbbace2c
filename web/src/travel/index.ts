import { BedDouble, ChartNoAxesColumn, KeyRound, Luggage } from "lucide";
import { type AppModule, page } from "../core/appModule.ts";

export const travel: AppModule = {
  name: "travel",
  entry: {
    title: "Travel",
    path: "/travel",
    icon: BedDouble,
    about: "Places to stay: search, hold the nights, pay, cancel by the policy.",
  },
  pages: [
    page("/travel", () => import("./search/Search.tsx")),
    page("/travel/places/:propertyId", () => import("./place/Place.tsx")),
    page("/travel/bookings/:bookingId", () => import("./booking/Booking.tsx")),
    page("/travel/trips", () => import("./trips/Trips.tsx")),
    page("/travel/host", () => import("./host/Hosting.tsx")),
    page("/travel/host/new", () => import("./host/NewPlace.tsx")),
    page("/travel/host/bookings/:bookingId", () => import("./host/HostedStay.tsx")),
    page("/travel/host/places/:propertyId", () => import("./host/HostedPlace.tsx")),
    page("/travel/host/places/:propertyId/edit", () => import("./host/EditPlace.tsx")),
    page("/travel/host/places/:propertyId/rooms/new", () => import("./host/NewRoom.tsx")),
    page(
      "/travel/host/places/:propertyId/rooms/:roomTypeId",
      () => import("./host/HostedRoom.tsx"),
    ),
    page("/staff/occupancy", () => import("./staff/Occupancy.tsx")),
  ],
  account: [
    { title: "Trips", path: "/travel/trips", icon: Luggage },
    { title: "Hosting", path: "/travel/host", icon: KeyRound },
  ],
  staff: [
    {
      title: "Occupancy",
      path: "/staff/occupancy",
      icon: ChartNoAxesColumn,
      roles: ["order_manager"],
    },
  ],
};
