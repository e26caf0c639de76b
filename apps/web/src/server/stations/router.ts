import { z } from "zod";
import { procedure, router } from "../trpc";
import { stationAround, stationAsked } from "./around";
import { bootPolicy, bootPolicyChange, bootPolicyOf, setBootPolicy } from "./boot-policy";
import { stationByIdentity } from "./by-identity";
import {
  approveStation,
  createStation,
  refuseStation,
  renameStation,
  renewSecret,
  stationApproval,
  stationCreation,
  stationNaming,
} from "./changes";
import { commissioningOf } from "./commissioning";
import { completeValue, completion } from "./complete";
import { conformanceOf } from "./conformance";
import { connectionDays } from "./connection-days";
import { connectionList, listConnections, listRefusals, refusalList } from "./connections";
import { expectationsOf, expectedOf } from "./expectations";
import { countStations } from "./facets";
import { stationQuestion } from "./filter";
import { importOrder, importStations, importThought, weighImport } from "./import";
import { lastHours } from "./last-hours";
import { replaceHardware, retireStation } from "./lifecycle";
import { listStations, matchingStations, stationList, stationRows } from "./list";
import { addNote, newNote, noteList, noteRemoval, notesOf, removeNote } from "./notes";
import { stationPower } from "./power";
import { probingChange, probingOfModels, probingOfStation, setProbing, stationProbing } from "./probing";
import { latestReadings, readingsOf } from "./readings";
import { tagging, tagMany } from "./tag-many";
import { manyOrder, tellMany } from "./tell-many";
import { waitingStations } from "./waiting";
import { manyThought, weighMany } from "./weigh-many";

const byId = z.object({ id: z.int() });

export const stations = router({
  list: procedure("stations.view")
    .input(stationList)
    .query(({ ctx, input }) => listStations(ctx, input)),
  facets: procedure("stations.view")
    .input(stationQuestion)
    .query(({ ctx, input }) => countStations(ctx, input.q)),
  /** What could be written next, with how many stations it would leave. */
  complete: procedure("stations.view")
    .input(completion)
    .query(({ ctx, input }) => completeValue(ctx, input)),
  matching: procedure("stations.view")
    .input(stationQuestion)
    .query(({ ctx, input }) => matchingStations(ctx, input.q)),
  rows: procedure("stations.view")
    .input(z.object({ ids: z.array(z.int()).max(500) }))
    .query(({ ctx, input }) => stationRows(ctx, input.ids)),
  /** What a command would do to many; nothing is done. A list of thousands is sent as a body. */
  weigh: procedure("campaigns.write")
    .input(manyThought)
    .mutation(({ ctx, input }) => weighMany(ctx, input)),
  tellMany: procedure("campaigns.write")
    .input(manyOrder)
    .mutation(({ ctx, input }) => tellMany(ctx, input)),
  tag: procedure("stations.write")
    .input(tagging)
    .mutation(({ ctx, input }) => tagMany(ctx, input)),
  byIdentity: procedure("stations.view")
    .input(z.object({ identity: z.string().max(255) }))
    .query(({ ctx, input }) => stationByIdentity(ctx, input.identity)),
  /** How far a station is on its way into service. */
  commissioning: procedure("stations.view")
    .input(z.object({ station: z.int() }))
    .query(({ ctx, input }) => commissioningOf(ctx, input.station)),
  power: procedure("stations.view")
    .input(z.object({ id: z.int(), minutes: z.int().min(1).max(1_440).default(60) }))
    .query(({ ctx, input }) => stationPower(ctx, input)),
  readings: procedure("stations.view")
    .input(readingsOf)
    .query(({ ctx, input }) => latestReadings(ctx, input)),
  lastHours: procedure("stations.view")
    .input(z.object({ ids: z.array(z.int()).max(500) }))
    .query(({ ctx, input }) => lastHours(ctx, input.ids)),
  waiting: procedure("stations.view").query(({ ctx }) => waitingStations(ctx)),
  connections: procedure("stations.view")
    .input(connectionList)
    .query(({ ctx, input }) => listConnections(ctx, input)),
  around: procedure("stations.view")
    .input(stationAsked)
    .query(({ ctx, input }) => stationAround(ctx, input)),
  connectionDays: procedure("stations.view")
    .input(stationAsked)
    .query(({ ctx, input }) => connectionDays(ctx, input)),
  conformance: procedure("messages.view")
    .input(stationAsked)
    .query(({ ctx, input }) => conformanceOf(ctx, input)),
  expectations: procedure("stations.view")
    .input(expectedOf)
    .query(({ ctx, input }) => expectationsOf(ctx, input)),
  notes: procedure("stations.view")
    .input(noteList)
    .query(({ ctx, input }) => notesOf(ctx, input)),
  addNote: procedure("stations.write")
    .input(newNote)
    .mutation(({ ctx, input }) => addNote(ctx, input)),
  removeNote: procedure("stations.write")
    .input(noteRemoval)
    .mutation(({ ctx, input }) => removeNote(ctx, input)),
  refusals: procedure("stations.view")
    .input(refusalList)
    .query(({ ctx, input }) => listRefusals(ctx, input)),

  bootPolicy: procedure("stations.view")
    .input(bootPolicyOf)
    .query(({ ctx, input }) => bootPolicy(ctx, input)),
  setBootPolicy: procedure("stations.write")
    .input(bootPolicyChange)
    .mutation(({ ctx, input }) => setBootPolicy(ctx, input)),

  probing: procedure("stations.view")
    .input(stationProbing)
    .query(({ ctx, input }) => probingOfStation(ctx, input)),
  probingOfModels: procedure("stations.view").query(({ ctx }) => probingOfModels(ctx)),
  setProbing: procedure("stations.write")
    .input(probingChange)
    .mutation(({ ctx, input }) => setProbing(ctx, input)),

  create: procedure("stations.write")
    .input(stationCreation)
    .mutation(({ ctx, input }) => createStation(ctx, input)),
  /** What an import would do; nothing is done. A file is sent as a body. */
  weighImport: procedure("stations.write")
    .input(importThought)
    .mutation(({ ctx, input }) => weighImport(ctx, input)),
  import: procedure("stations.write")
    .input(importOrder)
    .mutation(({ ctx, input }) => importStations(ctx, input)),
  approve: procedure("stations.write")
    .input(stationApproval)
    .mutation(({ ctx, input }) => approveStation(ctx, input)),
  refuse: procedure("stations.write")
    .input(byId)
    .mutation(({ ctx, input }) => refuseStation(ctx, input.id)),
  rename: procedure("stations.write")
    .input(stationNaming)
    .mutation(({ ctx, input }) => renameStation(ctx, input)),
  newSecret: procedure("stations.write")
    .input(byId)
    .mutation(({ ctx, input }) => renewSecret(ctx, input.id)),
  replaceHardware: procedure("stations.write")
    .input(byId)
    .mutation(({ ctx, input }) => replaceHardware(ctx, input.id)),
  retire: procedure("stations.write")
    .input(byId)
    .mutation(({ ctx, input }) => retireStation(ctx, input.id)),
});
