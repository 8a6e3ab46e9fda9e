/** @file Every endpoint under its path. endpoints.test.ts compares the table with the folders of app/api. */
import * as askHr from "../ask-hr/endpoint";
import * as askHrId from "../ask-hr/[id]/endpoint";
import * as askHrInbox from "../ask-hr/inbox/endpoint";
import * as askHrInboxId from "../ask-hr/inbox/[id]/endpoint";
import * as askHrInboxIdAnswer from "../ask-hr/inbox/[id]/answer/endpoint";
import * as askHrInboxIdDecline from "../ask-hr/inbox/[id]/decline/endpoint";
import * as askHrInboxIdSeparate from "../ask-hr/inbox/[id]/separate/endpoint";
import * as askHrPassages from "../ask-hr/passages/endpoint";
import * as askHrPreview from "../ask-hr/preview/endpoint";
import * as audit from "../audit/endpoint";
import * as auditExport from "../audit/export/endpoint";
import * as auditVerify from "../audit/verify/endpoint";
import * as candidates from "../candidates/endpoint";
import * as candidatesIdOpenings from "../candidates/[id]/openings/endpoint";
import * as candidatesIdProfile from "../candidates/[id]/profile/endpoint";
import * as candidatesIdSamePerson from "../candidates/[id]/same-person/endpoint";
import * as candidatesIdTerm from "../candidates/[id]/term/endpoint";
import * as candidatesSearch from "../candidates/search/endpoint";
import * as chat from "../chat/endpoint";
import * as conversations from "../conversations/endpoint";
import * as conversationsId from "../conversations/[id]/endpoint";
import * as demo from "../demo/endpoint";
import * as documents from "../documents/endpoint";
import * as documentsId from "../documents/[id]/endpoint";
import * as documentsIdExport from "../documents/[id]/export/endpoint";
import * as documentsIdFile from "../documents/[id]/file/endpoint";
import * as documentsIdLocate from "../documents/[id]/locate/endpoint";
import * as documentsIdRetry from "../documents/[id]/retry/endpoint";
import * as documentsIdTerms from "../documents/[id]/terms/endpoint";
import * as documentsIdText from "../documents/[id]/text/endpoint";
import * as documentsIdVersions from "../documents/[id]/versions/endpoint";
import * as documentsChoices from "../documents/choices/endpoint";
import * as documentsEvents from "../documents/events/endpoint";
import * as documentsReaders from "../documents/readers/endpoint";
import * as fairness from "../fairness/endpoint";
import * as fairnessCsv from "../fairness/csv/endpoint";
import * as fairnessRecords from "../fairness/records/endpoint";
import * as feedback from "../feedback/endpoint";
import * as feedbackId from "../feedback/[id]/endpoint";
import * as feedbackOpened from "../feedback/opened/endpoint";
import * as feedbackSend from "../feedback/send/endpoint";
import * as growthCareers from "../growth/careers/endpoint";
import * as growthCareersId from "../growth/careers/[id]/endpoint";
import * as growthCollaboration from "../growth/collaboration/endpoint";
import * as growthCourses from "../growth/courses/endpoint";
import * as growthCvCheck from "../growth/cv-check/endpoint";
import * as growthEncoderLocalFile from "../growth/encoder/local/[file]/endpoint";
import * as growthEncoderLocalOnnxFile from "../growth/encoder/local/onnx/[file]/endpoint";
import * as growthExperts from "../growth/experts/endpoint";
import * as growthGap from "../growth/gap/endpoint";
import * as growthHome from "../growth/home/endpoint";
import * as growthInterest from "../growth/interest/endpoint";
import * as growthInterviews from "../growth/interviews/endpoint";
import * as growthInterviewsId from "../growth/interviews/[id]/endpoint";
import * as growthInterviewsGuide from "../growth/interviews/guide/endpoint";
import * as growthMentoring from "../growth/mentoring/endpoint";
import * as growthMentoringOrder from "../growth/mentoring/order/endpoint";
import * as growthMentoringRequests from "../growth/mentoring/requests/endpoint";
import * as growthMentoringRequestsId from "../growth/mentoring/requests/[id]/endpoint";
import * as growthMentoringRequestsIdCalendar from "../growth/mentoring/requests/[id]/calendar/endpoint";
import * as growthMentoringRound from "../growth/mentoring/round/endpoint";
import * as growthNetwork from "../growth/network/endpoint";
import * as growthOffering from "../growth/offering/endpoint";
import * as growthOffers from "../growth/offers/endpoint";
import * as growthOrganisation from "../growth/organisation/endpoint";
import * as growthPlans from "../growth/plans/endpoint";
import * as growthPlansId from "../growth/plans/[id]/endpoint";
import * as growthPlansIdCalendar from "../growth/plans/[id]/calendar/endpoint";
import * as growthPlansPreview from "../growth/plans/preview/endpoint";
import * as growthProfile from "../growth/profile/endpoint";
import * as growthProfileConfirmations from "../growth/profile/confirmations/endpoint";
import * as growthProfileSkills from "../growth/profile/skills/endpoint";
import * as growthProfileSkillsId from "../growth/profile/skills/[id]/endpoint";
import * as growthRuntimeFile from "../growth/runtime/[file]/endpoint";
import * as growthSkills from "../growth/skills/endpoint";
import * as growthTargets from "../growth/targets/endpoint";
import * as growthTeam from "../growth/team/endpoint";
import * as growthTeamId from "../growth/team/[id]/endpoint";
import * as health from "../health/endpoint";
import * as insights from "../insights/endpoint";
import * as insightsApproval from "../insights/approval/endpoint";
import * as insightsContests from "../insights/contests/endpoint";
import * as insightsContestsId from "../insights/contests/[id]/endpoint";
import * as insightsKindsKind from "../insights/kinds/[kind]/endpoint";
import * as insightsKindsKindPeople from "../insights/kinds/[kind]/people/endpoint";
import * as insightsKindsKindPeopleRow from "../insights/kinds/[kind]/people/[row]/endpoint";
import * as insightsKindsKindPromote from "../insights/kinds/[kind]/promote/endpoint";
import * as insightsKindsKindRollback from "../insights/kinds/[kind]/rollback/endpoint";
import * as insightsOwn from "../insights/own/endpoint";
import * as insightsPlans from "../insights/plans/endpoint";
import * as insightsPlansId from "../insights/plans/[id]/endpoint";
import * as insightsPlansSolve from "../insights/plans/solve/endpoint";
import * as insightsRuns from "../insights/runs/endpoint";
import * as insightsRunsId from "../insights/runs/[id]/endpoint";
import * as insightsTables from "../insights/tables/endpoint";
import * as insightsTablesId from "../insights/tables/[id]/endpoint";
import * as insightsTablesIdLabels from "../insights/tables/[id]/labels/endpoint";
import * as insightsTablesIdMapping from "../insights/tables/[id]/mapping/endpoint";
import * as invitations from "../invitations/endpoint";
import * as invitationsId from "../invitations/[id]/endpoint";
import * as invitationsAccept from "../invitations/accept/endpoint";
import * as invitationsOpen from "../invitations/open/endpoint";
import * as me from "../me/endpoint";
import * as mePassword from "../me/password/endpoint";
import * as models from "../models/endpoint";
import * as modelsIdPromote from "../models/[id]/promote/endpoint";
import * as modelsIdQuestions from "../models/[id]/questions/endpoint";
import * as modelsIdQuestionsItem from "../models/[id]/questions/[item]/endpoint";
import * as modelsRollback from "../models/rollback/endpoint";
import * as modelsSchedule from "../models/schedule/endpoint";
import * as modulesId from "../modules/[id]/endpoint";
import * as notifications from "../notifications/endpoint";
import * as notificationsCount from "../notifications/count/endpoint";
import * as notificationsRead from "../notifications/read/endpoint";
import * as oidcBackChannelLogout from "../oidc/back-channel-logout/endpoint";
import * as openings from "../openings/endpoint";
import * as people from "../people/endpoint";
import * as peopleId from "../people/[id]/endpoint";
import * as peopleHiringManagers from "../people/hiring-managers/endpoint";
import * as peopleImport from "../people/import/endpoint";
import * as peopleLearningPartners from "../people/learning-partners/endpoint";
import * as receipts from "../receipts/endpoint";
import * as recruitingApplicationsId from "../recruiting/applications/[id]/endpoint";
import * as recruitingApplicationsIdErase from "../recruiting/applications/[id]/erase/endpoint";
import * as recruitingApplicationsIdExport from "../recruiting/applications/[id]/export/endpoint";
import * as recruitingApplicationsIdLetter from "../recruiting/applications/[id]/letter/endpoint";
import * as recruitingApplicationsIdNotes from "../recruiting/applications/[id]/notes/endpoint";
import * as recruitingErasures from "../recruiting/erasures/endpoint";
import * as recruitingOpenings from "../recruiting/openings/endpoint";
import * as recruitingOpeningsId from "../recruiting/openings/[id]/endpoint";
import * as recruitingOpeningsIdApplications from "../recruiting/openings/[id]/applications/endpoint";
import * as recruitingOpeningsIdEvidence from "../recruiting/openings/[id]/evidence/endpoint";
import * as recruitingOpeningsIdMembers from "../recruiting/openings/[id]/members/endpoint";
import * as recruitingOpeningsIdPool from "../recruiting/openings/[id]/pool/endpoint";
import * as recruitingOpeningsIdRequirements from "../recruiting/openings/[id]/requirements/endpoint";
import * as recruitingOpeningsIdScore from "../recruiting/openings/[id]/score/endpoint";
import * as recruitingOpeningsIdShortlists from "../recruiting/openings/[id]/shortlists/endpoint";
import * as recruitingOpeningsIdShortlistsShare from "../recruiting/openings/[id]/shortlists/share/endpoint";
import * as recruitingReading from "../recruiting/reading/endpoint";
import * as recruitingSearches from "../recruiting/searches/endpoint";
import * as recruitingSharedId from "../recruiting/shared/[id]/endpoint";
import * as recruitingSkills from "../recruiting/skills/endpoint";
import * as recruitingSkillsTaught from "../recruiting/skills/taught/endpoint";
import * as recruitingWeights from "../recruiting/weights/endpoint";
import * as reviewDisagreements from "../review/disagreements/endpoint";
import * as reviewDisagreementsId from "../review/disagreements/[id]/endpoint";
import * as reviewItemsId from "../review/items/[id]/endpoint";
import * as reviewItemsIdAssignment from "../review/items/[id]/assignment/endpoint";
import * as reviewItemsIdGold from "../review/items/[id]/gold/endpoint";
import * as reviewItemsIdJudgement from "../review/items/[id]/judgement/endpoint";
import * as reviewItemsIdReference from "../review/items/[id]/reference/endpoint";
import * as reviewItemsIdSearch from "../review/items/[id]/search/endpoint";
import * as reviewPreferences from "../review/preferences/endpoint";
import * as reviewProgress from "../review/progress/endpoint";
import * as reviewQueue from "../review/queue/endpoint";
import * as reviewReviewers from "../review/reviewers/endpoint";
import * as reviewTrust from "../review/trust/endpoint";
import * as reviewUndo from "../review/undo/endpoint";
import * as sensitiveTopics from "../sensitive-topics/endpoint";
import * as sensitiveTopicsCheck from "../sensitive-topics/check/endpoint";
import * as sensitiveTopicsTouched from "../sensitive-topics/touched/endpoint";
import * as settingsCompany from "../settings/company/endpoint";
import * as settingsDemo from "../settings/demo/endpoint";
import * as settingsRetention from "../settings/retention/endpoint";
import * as tasks from "../tasks/endpoint";
import * as tasksId from "../tasks/[id]/endpoint";
import * as tasksUnanswered from "../tasks/unanswered/endpoint";
import * as training from "../training/endpoint";
import * as trainingId from "../training/[id]/endpoint";
import * as users from "../users/endpoint";
import * as usersId from "../users/[id]/endpoint";
import * as usersIdRemoval from "../users/[id]/removal/endpoint";
import * as verifiedAnswersId from "../verified-answers/[id]/endpoint";
import * as verifiedAnswersIdPublish from "../verified-answers/[id]/publish/endpoint";

export const ENDPOINTS = {
  "ask-hr": askHr,
  "ask-hr/[id]": askHrId,
  "ask-hr/inbox": askHrInbox,
  "ask-hr/inbox/[id]": askHrInboxId,
  "ask-hr/inbox/[id]/answer": askHrInboxIdAnswer,
  "ask-hr/inbox/[id]/decline": askHrInboxIdDecline,
  "ask-hr/inbox/[id]/separate": askHrInboxIdSeparate,
  "ask-hr/passages": askHrPassages,
  "ask-hr/preview": askHrPreview,
  audit,
  "audit/export": auditExport,
  "audit/verify": auditVerify,
  candidates,
  "candidates/[id]/openings": candidatesIdOpenings,
  "candidates/[id]/profile": candidatesIdProfile,
  "candidates/[id]/same-person": candidatesIdSamePerson,
  "candidates/[id]/term": candidatesIdTerm,
  "candidates/search": candidatesSearch,
  chat,
  conversations,
  "conversations/[id]": conversationsId,
  demo,
  documents,
  "documents/[id]": documentsId,
  "documents/[id]/export": documentsIdExport,
  "documents/[id]/file": documentsIdFile,
  "documents/[id]/locate": documentsIdLocate,
  "documents/[id]/retry": documentsIdRetry,
  "documents/[id]/terms": documentsIdTerms,
  "documents/[id]/text": documentsIdText,
  "documents/[id]/versions": documentsIdVersions,
  "documents/choices": documentsChoices,
  "documents/events": documentsEvents,
  "documents/readers": documentsReaders,
  fairness,
  "fairness/csv": fairnessCsv,
  "fairness/records": fairnessRecords,
  feedback,
  "feedback/[id]": feedbackId,
  "feedback/opened": feedbackOpened,
  "feedback/send": feedbackSend,
  "growth/careers": growthCareers,
  "growth/careers/[id]": growthCareersId,
  "growth/collaboration": growthCollaboration,
  "growth/courses": growthCourses,
  "growth/cv-check": growthCvCheck,
  "growth/encoder/local/[file]": growthEncoderLocalFile,
  "growth/encoder/local/onnx/[file]": growthEncoderLocalOnnxFile,
  "growth/experts": growthExperts,
  "growth/gap": growthGap,
  "growth/home": growthHome,
  "growth/interest": growthInterest,
  "growth/interviews": growthInterviews,
  "growth/interviews/[id]": growthInterviewsId,
  "growth/interviews/guide": growthInterviewsGuide,
  "growth/mentoring": growthMentoring,
  "growth/mentoring/order": growthMentoringOrder,
  "growth/mentoring/requests": growthMentoringRequests,
  "growth/mentoring/requests/[id]": growthMentoringRequestsId,
  "growth/mentoring/requests/[id]/calendar": growthMentoringRequestsIdCalendar,
  "growth/mentoring/round": growthMentoringRound,
  "growth/network": growthNetwork,
  "growth/offering": growthOffering,
  "growth/offers": growthOffers,
  "growth/organisation": growthOrganisation,
  "growth/plans": growthPlans,
  "growth/plans/[id]": growthPlansId,
  "growth/plans/[id]/calendar": growthPlansIdCalendar,
  "growth/plans/preview": growthPlansPreview,
  "growth/profile": growthProfile,
  "growth/profile/confirmations": growthProfileConfirmations,
  "growth/profile/skills": growthProfileSkills,
  "growth/profile/skills/[id]": growthProfileSkillsId,
  "growth/runtime/[file]": growthRuntimeFile,
  "growth/skills": growthSkills,
  "growth/targets": growthTargets,
  "growth/team": growthTeam,
  "growth/team/[id]": growthTeamId,
  health,
  insights,
  "insights/approval": insightsApproval,
  "insights/contests": insightsContests,
  "insights/contests/[id]": insightsContestsId,
  "insights/kinds/[kind]": insightsKindsKind,
  "insights/kinds/[kind]/people": insightsKindsKindPeople,
  "insights/kinds/[kind]/people/[row]": insightsKindsKindPeopleRow,
  "insights/kinds/[kind]/promote": insightsKindsKindPromote,
  "insights/kinds/[kind]/rollback": insightsKindsKindRollback,
  "insights/own": insightsOwn,
  "insights/plans": insightsPlans,
  "insights/plans/[id]": insightsPlansId,
  "insights/plans/solve": insightsPlansSolve,
  "insights/runs": insightsRuns,
  "insights/runs/[id]": insightsRunsId,
  "insights/tables": insightsTables,
  "insights/tables/[id]": insightsTablesId,
  "insights/tables/[id]/labels": insightsTablesIdLabels,
  "insights/tables/[id]/mapping": insightsTablesIdMapping,
  invitations,
  "invitations/[id]": invitationsId,
  "invitations/accept": invitationsAccept,
  "invitations/open": invitationsOpen,
  me,
  "me/password": mePassword,
  models,
  "models/[id]/promote": modelsIdPromote,
  "models/[id]/questions": modelsIdQuestions,
  "models/[id]/questions/[item]": modelsIdQuestionsItem,
  "models/rollback": modelsRollback,
  "models/schedule": modelsSchedule,
  "modules/[id]": modulesId,
  notifications,
  "notifications/count": notificationsCount,
  "notifications/read": notificationsRead,
  "oidc/back-channel-logout": oidcBackChannelLogout,
  openings,
  people,
  "people/[id]": peopleId,
  "people/hiring-managers": peopleHiringManagers,
  "people/import": peopleImport,
  "people/learning-partners": peopleLearningPartners,
  receipts,
  "recruiting/applications/[id]": recruitingApplicationsId,
  "recruiting/applications/[id]/erase": recruitingApplicationsIdErase,
  "recruiting/applications/[id]/export": recruitingApplicationsIdExport,
  "recruiting/applications/[id]/letter": recruitingApplicationsIdLetter,
  "recruiting/applications/[id]/notes": recruitingApplicationsIdNotes,
  "recruiting/erasures": recruitingErasures,
  "recruiting/openings": recruitingOpenings,
  "recruiting/openings/[id]": recruitingOpeningsId,
  "recruiting/openings/[id]/applications": recruitingOpeningsIdApplications,
  "recruiting/openings/[id]/evidence": recruitingOpeningsIdEvidence,
  "recruiting/openings/[id]/members": recruitingOpeningsIdMembers,
  "recruiting/openings/[id]/pool": recruitingOpeningsIdPool,
  "recruiting/openings/[id]/requirements": recruitingOpeningsIdRequirements,
  "recruiting/openings/[id]/score": recruitingOpeningsIdScore,
  "recruiting/openings/[id]/shortlists": recruitingOpeningsIdShortlists,
  "recruiting/openings/[id]/shortlists/share": recruitingOpeningsIdShortlistsShare,
  "recruiting/reading": recruitingReading,
  "recruiting/searches": recruitingSearches,
  "recruiting/shared/[id]": recruitingSharedId,
  "recruiting/skills": recruitingSkills,
  "recruiting/skills/taught": recruitingSkillsTaught,
  "recruiting/weights": recruitingWeights,
  "review/disagreements": reviewDisagreements,
  "review/disagreements/[id]": reviewDisagreementsId,
  "review/items/[id]": reviewItemsId,
  "review/items/[id]/assignment": reviewItemsIdAssignment,
  "review/items/[id]/gold": reviewItemsIdGold,
  "review/items/[id]/judgement": reviewItemsIdJudgement,
  "review/items/[id]/reference": reviewItemsIdReference,
  "review/items/[id]/search": reviewItemsIdSearch,
  "review/preferences": reviewPreferences,
  "review/progress": reviewProgress,
  "review/queue": reviewQueue,
  "review/reviewers": reviewReviewers,
  "review/trust": reviewTrust,
  "review/undo": reviewUndo,
  "sensitive-topics": sensitiveTopics,
  "sensitive-topics/check": sensitiveTopicsCheck,
  "sensitive-topics/touched": sensitiveTopicsTouched,
  "settings/company": settingsCompany,
  "settings/demo": settingsDemo,
  "settings/retention": settingsRetention,
  tasks,
  "tasks/[id]": tasksId,
  "tasks/unanswered": tasksUnanswered,
  training,
  "training/[id]": trainingId,
  users,
  "users/[id]": usersId,
  "users/[id]/removal": usersIdRemoval,
  "verified-answers/[id]": verifiedAnswersId,
  "verified-answers/[id]/publish": verifiedAnswersIdPublish,
};
