/**
 * @file Demo résumés in English: PLC, commissioning and automation people. All invented.
 */
import { aside, list, pairs, station, stations, text } from "../resume";
import type { Resume } from "../resume";

export const EN_CONTROLS: readonly Resume[] = [
  {
    id: "marta-lindqvist-brandao",
    language: "en",
    format: "pdf",
    layout: "classic",
    name: "Marta Lindqvist Brandão",
    headline: "Commissioning engineer, PLC and drives",
    location: "Hamburg, Germany (moving to Rotterdam in spring)",
    email: "marta.lindqvist@example.org",
    phone: "+49 40 66969 114",
    details: [["Driving licence", "B"]],
    look: { accent: "#0f4c5c", family: "sans" },
    sections: [
      text(
        "Profile",
        "Eleven years of starting up things that were only drawings the month before. I write the PLC code, I pull the last cable if I have to, and I leave an operator who knows why the interlock is there.",
      ),
      stations(
        "Experience",
        station(
          "Lead commissioning engineer",
          "Elbtor Antriebstechnik GmbH, Hamburg",
          "04/2018 – present",
          "Commissioned 23 PLC lines for movable bridges and two storm-surge gates; longest stay on site 14 weeks, no start-up more than 4 days late since 2020.",
          "Siemens S7-1500 and ET 200SP in TIA Portal V16–V19, SCL and FBD; safety programs on F-CPUs up to SIL 2.",
          "Tuned SINAMICS S120 axes for four synchronised gate drives: skew under load down from 38 mm to 6 mm.",
          "Wrote the site acceptance procedure that the whole department now uses (62 test steps, photographs mandatory).",
          "Lead a team of three; train operators in German and English.",
        ),
        station(
          "Automation engineer",
          "Kappelmann Fördertechnik, Lübeck",
          "09/2014 – 03/2018",
          "Replaced 17 S5 controllers in a grain terminal by S7-1500 during running operation, one silo at a time.",
          "Profinet networks with up to 94 nodes; found a grounding fault that had stopped the plant every autumn.",
        ),
        station(
          "Trainee programmer",
          "Norrvatten Elteknik, Sundsvall",
          "06/2013 – 08/2014",
          "WinCC screens for pumping stations; first on-call duty.",
        ),
      ),
      stations(
        "Education",
        station(
          "BSc Automation Engineering",
          "Mälarö University College, Sweden",
          "2010 – 2013",
          "Thesis: water hammer in sluice pipes, simulated in Simulink.",
        ),
      ),
      pairs(
        "Skills",
        ["Controllers", "Siemens S7-300/400/1200/1500, TIA Portal, WinCC Unified, some CODESYS"],
        ["Fieldbuses", "Profinet, Profibus DP, IO-Link"],
        ["Languages", "Swedish and Portuguese (both from home), German C1, English C1, Dutch A2 (course running)"],
        [
          "Certificates",
          "Siemens Certified Service Technician Level 2 (2017); TÜV Functional Safety Technician (2021); SCC safety passport",
        ],
      ),
    ],
  },
  {
    id: "ikenna-obafemi",
    language: "en",
    format: "pdf",
    layout: "sidebar-left",
    name: "Ikenna Obafemi",
    headline: "Automation engineer (Rockwell, CODESYS)",
    location: "Sheffield, UK",
    email: "i.obafemi@example.com",
    phone: "+44 7700 900318",
    details: [["Right to work", "UK, indefinite"]],
    look: { accent: "#8a3b12", family: "sans" },
    sections: [
      aside(
        pairs(
          "Tools",
          ["PLC", "Studio 5000, CompactLogix, CODESYS 3.5, a little TIA Portal at college"],
          ["SCADA", "Ignition 8, FactoryTalk View"],
          ["Code", "Structured Text, ladder, Python for log analysis"],
        ),
      ),
      aside(list("Languages", "English (native)", "Yoruba (native)", "French (GCSE, rusty)")),
      aside(list("Certificates", "CompEx 01–04 (2022)", "IET 18th Edition (2020)", "CSCS card")),
      stations(
        "Work",
        station(
          "Controls engineer",
          "Harrowgill Process Systems, Rotherham",
          "Aug 2021 to now",
          "Nine skid-mounted dosing plants from panel drawing to customer hand-over, all CompactLogix with Ignition on top.",
          "Cut alarm floods at a dairy from 410 to 35 alarms a shift by rewriting dead-bands and grouping by cause.",
          "On the road about 60 days a year; last three starts done alone.",
        ),
        station(
          "Electrical & controls technician",
          "Pellworth Packaging, Doncaster",
          "Sep 2018 to Jul 2021",
          "Kept six cartoning lines alive on rotating shifts, 4 on 4 off.",
          "Migrated two SLC 500 racks to CompactLogix over a bank-holiday weekend with a written roll-back plan that we needed once.",
        ),
      ),
      stations(
        "Education",
        station("HND Electrical Engineering", "South Wharncliffe College", "2016 – 2018"),
        station(
          "Apprenticeship, electrical maintenance",
          "Pellworth Packaging",
          "2014 – 2018",
          "Level 3, distinction.",
        ),
      ),
      text(
        "Looking for",
        "Commissioning work with moving steel and water in it. I have not programmed Siemens for money yet and say so up front; I learn a tool chain in about six weeks and can show how.",
      ),
    ],
  },
  {
    id: "greta-hollenbach",
    language: "en",
    format: "docx",
    layout: "headings",
    name: "Greta Hollenbach",
    headline: "Senior PLC programmer, water and waste water",
    location: "Duisburg, Germany",
    email: "hollenbach.greta@example.net",
    phone: "+49 171 39200 41",
    details: [["Availability", "three months' notice, 32 hours a week"]],
    look: { accent: "#264653", family: "sans" },
    sections: [
      text(
        "Summary",
        "Nineteen years with Siemens controllers in water works. Specialist for old plants nobody has drawings of. Part-time since my twins were born; I keep it that way.",
      ),
      stations(
        "Employment",
        station(
          "Senior PLC programmer",
          "Ruhrwerk Wassertechnik AG",
          "2012–today",
          "Standard library of 140 tested function blocks in SCL, used in 60+ pumping stations; code review for five colleagues.",
          "Migrated the control of a 1.2 km storm-water culvert from S7-400H to S7-1500R/H without one hour of unplanned closure.",
          "OPC UA link between stations and the control room, 22,000 tags.",
        ),
        station("Career break", "two children", "2010–2012"),
        station(
          "PLC programmer",
          "Ingenieurbüro Sassendorf",
          "2006–2010",
          "Step 7 Classic, ProTool; sluice at the Datteln canal: gate sequence, leakage monitoring, emergency closing by gravity.",
        ),
      ),
      stations(
        "Training",
        station("Staatlich geprüfte Technikerin, electrical engineering", "Technikerschule Wesel", "2004–2006"),
      ),
      pairs(
        "Knowledge",
        ["Programming", "SCL, STL, GRAPH, TIA Portal, PCS 7, WinCC Professional"],
        ["Norms", "IEC 62443 basics, DIN 19704 (hydraulic steel structures), EN ISO 13849"],
        ["Languages", "German (native), English B2, Dutch B1"],
      ),
    ],
  },
  {
    id: "farouk-benhaddou",
    language: "en",
    format: "pdf",
    layout: "timeline",
    name: "Farouk Benhaddou",
    headline: "Control-panel builder and tester",
    location: "Dordrecht, Netherlands",
    email: "farouk.benhaddou@example.org",
    phone: "+31 10 000 0127",
    details: [["Licence", "B, BE"]],
    look: { accent: "#7a2e46", family: "sans" },
    sections: [
      stations(
        "Work history",
        station(
          "Panel shop lead hand",
          "Schakelhuis Zuidwal BV, Dordrecht",
          "01-2019 – today",
          "Run a bench of six; about 210 cabinets a year, stainless and painted, IP54 to IP66.",
          "Point-to-point and functional tests to EN 61439-1, filed with photographs; complaints from site down from 19 to 5 a year.",
          "EPLAN P8: I mark up and correct, I do not design from zero.",
        ),
        station(
          "Panel wirer",
          "Van Ouwerkerk Besturingen",
          "05-2013 – 12-2018",
          "Wired ABB and Schneider drives up to 250 kW; trained four apprentices to their exam.",
        ),
        station(
          "Agency electrician",
          "several yards in Rotterdam",
          "2011 – 2013",
          "Cable pulling, glands, terminations on two dredgers.",
        ),
      ),
      stations("School", station("MBO 3 Electrical installation", "Techniekhaven College, Rotterdam", "2008 – 2011")),
      list("Papers", "NEN 3140 competent person (renewed 2024)", "VCA-VOL", "ESD-aware work", "Forklift licence"),
      text(
        "Languages",
        "Dutch and Moroccan Arabic fluent, English good enough for drawings, mails and phone calls, French spoken.",
      ),
    ],
  },
];
