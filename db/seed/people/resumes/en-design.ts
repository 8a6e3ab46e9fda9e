/**
 * @file Demo résumés in English: mechanical and hydraulic design. All invented.
 */
import { aside, list, pairs, station, stations, text } from "../resume";
import type { Resume } from "../resume";

export const EN_DESIGN: readonly Resume[] = [
  {
    id: "aurelio-santacroce",
    language: "en",
    format: "pdf",
    layout: "sidebar-left",
    name: "Aurelio Santacroce",
    headline: "Hydraulic design engineer",
    location: "Delft, Netherlands",
    email: "a.santacroce@example.org",
    phone: "+31 10 000 0188",
    details: [["Nationality", "Italian (EU)"]],
    look: { accent: "#1d5c63", family: "sans", photoFrame: true },
    sections: [
      aside(
        pairs(
          "Software",
          ["CAD", "Inventor, SolidWorks, AutoCAD P&ID"],
          ["Simulation", "Simcenter Amesim, MATLAB/Simulink"],
          ["Standards", "ISO 4413, DIN 19704, NEN 6786 (VOBB)"],
        ),
      ),
      aside(pairs("Languages", ["Italian", "mother tongue"], ["English", "C1"], ["Dutch", "B1, exam in May"])),
      aside(list("Interests", "Rowing, bread, weirs on postcards")),
      text(
        "Profile",
        "Six years of cylinders that lift heavy, slow things safely. I calculate first, simulate second and then stand beside the test bench until both agree.",
      ),
      stations(
        "Professional experience",
        station(
          "Design engineer, hydraulics",
          "Kolk & Kering Engineering, Delft",
          "2021 – present",
          "Power pack and cylinders (bore 420 mm, stroke 7.1 m) for a navigation lock; full calculation file accepted by the authority at first submission.",
          "Amesim model of two-cylinder synchronisation predicted the measured skew within 4 %.",
          "Replaced mineral oil by biodegradable ester on five weirs, including seal trials of 1,000 h.",
        ),
        station(
          "Junior engineer",
          "Oleodinamica Brentana, Padua",
          "2018 – 2021",
          "Manifold design (60+ cartridge blocks), test rig for load-holding valves.",
          "Responsible for drawings to ISO GPS and for the supplier's first articles.",
        ),
      ),
      stations(
        "Education",
        station("MSc Mechanical Engineering", "University of Brenta", "2016 – 2018", "Fluid power; 108/110."),
        station("BSc Mechanical Engineering", "University of Brenta", "2013 – 2016"),
      ),
    ],
  },
  {
    id: "nkechi-brightwater",
    language: "en",
    format: "pdf",
    layout: "timeline",
    name: "Nkechi Brightwater",
    headline: "Mechanical design engineer, FEA",
    location: "Bristol, UK",
    email: "nkechi.b@example.com",
    phone: "0117 496 0274",
    details: [],
    look: { accent: "#a23e48", family: "sans" },
    sections: [
      text(
        "Profile",
        "Mechanical engineer with five years between concept and fatigue report. Returned in 2025 from eighteen months of parental leave; the CAD licence is warm again.",
      ),
      stations(
        "Experience",
        station(
          "Design engineer",
          "Avonlock Marine Structures",
          "06/2020 – now (leave 11/2023 – 05/2025)",
          "Fabricated steel gates up to 38 t: SolidWorks, weld details, lifting plans.",
          "Ansys Mechanical: fatigue of a hinge detail to EN 1993-1-9 explained two cracked gates in the field.",
          "Checked 120 drawings a year for others; introduced a two-page check list instead of a ten-page one.",
        ),
        station(
          "Graduate engineer",
          "Tidewrack Energy (insolvent 2020)",
          "09/2018 – 04/2020",
          "Nacelle frame of a 1 MW tidal turbine, topology optimisation, prototype trials at sea.",
        ),
      ),
      stations("Education", station("MEng Mechanical Engineering, 2:1", "Severnside University", "2014 – 2018")),
      pairs(
        "Skills",
        ["CAD", "SolidWorks (CSWE), Inventor"],
        ["Analysis", "Ansys Mechanical, nCode, Mathcad"],
        ["Ways", "DFMEA facilitator, ISO GPS drawings, supplier visits"],
        ["Languages", "English, Igbo"],
      ),
      list("Outside", "STEM ambassador at two schools", "Incorporated Engineer (IEng), CEng application in progress"),
    ],
  },
  {
    id: "wouter-brandsema",
    language: "en",
    format: "docx",
    layout: "table",
    name: "ir. Wouter Brandsema",
    headline: "Principal engineer, movable hydraulic structures",
    location: "Zwijndrecht, the Netherlands",
    email: "w.brandsema@example.org",
    phone: "+31 10 000 0111",
    details: [["Born", "1969"]],
    look: { accent: "#1f3a5f", family: "sans" },
    sections: [
      text(
        "Summary",
        "Thirty years of locks, weirs and barriers. Author of the leakage chapter that everyone copies. I would like to spend the last stretch before retirement teaching.",
      ),
      stations(
        "Positions",
        station(
          "Principal engineer",
          "Deltaschut Consultants, Dordrecht",
          "2008 – present",
          "Design lead for the mechanical works of eleven locks, the largest 427 m by 55 m.",
          "Expert witness in two arbitration cases about seized mitre-gate pintles.",
          "Reliability analysis (FMECA, fault trees) for closing demand of 1 in 10,000.",
          "Mentor of nine engineers; four are now chartered.",
        ),
        station(
          "Project engineer",
          "Kustwacht Waterbouwkunde",
          "1999 – 2008",
          "Drives of a storm-surge barrier: rack, pinion, brake test protocol.",
        ),
        station("Engineer", "Shipyard Merwekade", "1994 – 1999", "Hatch and ramp hydraulics."),
      ),
      stations("Education", station("ir. (MSc) Mechanical Engineering", "Delft", "1987 – 1994")),
      pairs(
        "Other",
        ["Languages", "Dutch, English, German (all in negotiation), French (reading)"],
        ["Norms committee", "member, revision of the national code for movable bridges"],
        ["Publications", "14 papers; list on request"],
      ),
    ],
  },
  {
    id: "annika-petronella-wiese",
    language: "en",
    format: "pdf",
    layout: "classic",
    name: "Annika Petronella Wiese",
    headline: "Drafter and product-data specialist",
    location: "Rotterdam",
    email: "annika.wiese@example.net",
    phone: "+31 10 000 0175",
    details: [["Hours", "24 a week"]],
    look: { accent: "#6b4f2a", family: "serif" },
    sections: [
      text(
        "Introduction",
        "I turn engineers' sketches into drawings a machinist does not ring about. Started on a drawing board; now Inventor, Vault and a lot of patience with part numbers.",
      ),
      stations(
        "Employment",
        station(
          "CAD and PDM specialist",
          "Maaskraan BV",
          "2011 – now",
          "Vault administration for 46,000 files; duplicate purchased parts cut by 3,100.",
          "iLogic rules for a gearbox family: order drawing in 12 minutes instead of a day.",
          "Bills of material handed to SAP without retyping since 2019.",
        ),
        station(
          "Drafter",
          "Tekenbureau Koningshaven",
          "1998 – 2010",
          "Steel structures, P&ID, as-built surveys of 22 pumping stations.",
        ),
      ),
      list(
        "Training",
        "MTS mechanical engineering",
        "Autodesk Certified Professional, Inventor (2016, 2022)",
        "NEN-EN-ISO 1302 and 5817 courses",
      ),
      text("Languages", "Dutch (native), German (father's side), English (technical)"),
    ],
  },
];
