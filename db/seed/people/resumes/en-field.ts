/**
 * @file Demo résumés in English: field service and marine technicians. All invented.
 */
import { aside, list, pairs, station, stations, text } from "../resume";
import type { Resume } from "../resume";

export const EN_FIELD: readonly Resume[] = [
  {
    id: "dilshod-karimov",
    language: "en",
    format: "pdf",
    layout: "timeline",
    name: "Dilshod Karimov",
    headline: "Field technician, marine hydraulics",
    location: "Hull, UK",
    email: "dkarimov@example.org",
    phone: "+44 7700 900471",
    details: [["Driving", "UK B and C1, clean"]],
    look: { accent: "#1b4d3e", family: "sans" },
    sections: [
      stations(
        "Where I have worked",
        station("Field service technician", "Humberline Hydraulics", "2019 – now", "Hatch covers, winches and a dock gate: fault-finding on systems up to 280 bar, alone on board with a phone.", "131 call-outs in 2024, 88 % closed on the first visit.", "Changed both lift cylinders (1.9 t each) of the Alexandra dock gate between two tides."),
        station("Hydraulic fitter", "Skagenfjord Offshore, Esbjerg", "2015 – 2019", "Flushing to NAS 6, proportional valves from Bosch Rexroth and Parker, hose work certified.", "Rotation 4 weeks on, 4 off; helicopter underwater escape passed three times."),
        station("Mechanic, irrigation pumps", "Fergana Canal Board, Uzbekistan", "2009 – 2014", "Looked after 40 km of canal with 26 hand and motor sluices. First job, still the best teacher."),
      ),
      list("Tickets", "Fluid power level 3 (2020)", "GWO Basic Safety (valid to 11/2026)", "Confined space, medium risk", "IPAF 3a/3b"),
      pairs("Languages", ["", "Uzbek, Russian (native) · English (fluent) · Danish (working)"]),
      text("Note", "I can travel 150 days a year and prefer it to a desk."),
    ],
  },
  {
    id: "shannon-mccreadie",
    language: "en",
    format: "pdf",
    layout: "sidebar-right",
    name: "Shannon McCreadie",
    headline: "Service engineer: lifts, then turbines, next water",
    location: "Leeds, UK",
    email: "shannon.mccreadie@example.com",
    phone: "0113 496 0183",
    details: [["Web", "example.com/mccreadie"]],
    look: { accent: "#5a3e85", family: "sans" },
    sections: [
      text("In short", "Electrician by trade, 12 years of travelling service. I like machines that must not fail when someone stands on them."),
      stations(
        "Employment",
        station("Senior wind turbine technician", "Brackenmoor Renewables, Northumberland", "Feb 2020 – present", "Team of two on 34 onshore machines; availability 96.1 % to 98.4 % in three years.", "Found the wiring error behind 60 false pitch-brake trips; the fix became a service bulletin.", "Converter and yaw drive exchange, torque work to 4,200 Nm, HV switching up to 33 kV as authorised person."),
        station("Lift service engineer", "Castlegate Lifts, Leeds", "Sept 2013 – Jan 2020", "Route of 92 lifts and 11 escalators, on call one week in four.", "Traction and hydraulic lifts; VVVF drives (KEB, Control Techniques).", "Showed two apprentices the ropes. Literally."),
      ),
      stations("Training", station("Apprenticeship, electrotechnical (SVQ 3)", "Castlegate Lifts / Calder College", "2009 – 2013")),
      aside(list("Certificates", "GWO Basic Safety", "SMSTS", "HV authorised person (2022)", "First aid at work", "IPAF 3b", "Full UK licence, own tools")),
      aside(list("Knows", "VFDs and encoders", "Megger and loop tests", "Hydraulic power packs", "Reading other people's schematics")),
      aside(text("Languages", "English; British Sign Language level 2")),
    ],
  },
  {
    id: "tevita-fonoti",
    language: "en",
    format: "md",
    layout: "sections",
    name: "Tevita Fonoti",
    headline: "Marine engineering technician, ex-navy, seeking field service",
    location: "Plymouth, UK",
    email: "tevita.fonoti@example.net",
    phone: "+44 7700 900655",
    details: [],
    look: { accent: "#000000", family: "sans" },
    sections: [
      text("About", "Fourteen years in a navy engine room taught me two things: write it down, and check it yourself. I left as petty officer in August 2025 and I am settling in the north of England with my family."),
      stations(
        "Service",
        station("Petty officer, marine engineering", "Royal Navy", "2018 – Aug 2025", "Section head for steering gear, stabilisers and hydraulic watertight doors on a frigate; 9 people.", "Planned maintenance 97 % complete over a seven-month deployment.", "Damage control instructor: pumps, shoring, flooded compartments."),
        station("Marine engineering technician", "Royal Navy", "2011 – 2018", "Diesel generators, sea-water systems, thermal imaging of switchboards."),
      ),
      list("Qualifications", "NVQ 3 Marine Engineering", "City & Guilds 2391 inspection and testing (resettlement course, Oct 2025)", "Counterbalance forklift", "Class 1 swimmer and swift-water rescue technician"),
      pairs("Good to know", ["Security clearance", "SC, lapsed on leaving"], ["Languages", "English, Tongan"], ["Driving", "B, licence since 2010"]),
    ],
  },
  {
    id: "oluf-kristmundsen",
    language: "en",
    format: "docx",
    layout: "plain",
    name: "Oluf Kristmundsen",
    headline: "Service mechanic, locks and weirs",
    location: "Groningen, NL",
    email: "oluf.k@example.org",
    phone: "+31 10 000 0163",
    details: [],
    look: { accent: "#333333", family: "sans" },
    sections: [
      text("Who", "I am 58 and have serviced locks since I was 24. Not looking for promotion, looking for gates."),
      stations(
        "Jobs",
        station("Service mechanic", "Noorderkolk Waterbouw", "1999-2025", "60 locks and weirs in the three northern provinces; wooden mitre gates, steel lift gates, rack and pinion, worm gear, chain.", "Rebuilt about 300 actuators. Know Veldermere types V3 to V9 by the sound.", "Made redundant when the firm lost the contract in June 2025."),
        station("Ship's fitter", "Scheepswerf Delfsand", "1991-1999", "Shaft alignment, white metal bearings, welding (MAG, TIG)."),
      ),
      list("Papers", "VCA", "Welding certificate EN ISO 9606-1 (expired 2023)", "Small craft licence I and II", "Driving licence B/E"),
      text("Languages", "Dutch, Danish, German spoken well; English simple but works."),
    ],
  },
];
