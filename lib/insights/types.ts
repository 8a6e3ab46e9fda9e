/**
 * @file Insights: the words that this band shares with its screens. Every shape is plain JSON, so that jobs can store it.
 * Each part has its own file of types; this one gathers them.
 */
export type { Cell, Column, ColumnKind, ColumnRole, DataTable, Notice, NoticeCode, TableReport } from "./table/types";
export type { Calibration, CalibrationBin, Curve, FairnessColumn, FairnessGroup, Interval, Metrics } from "./measure/types";
export type { AttritionModel, AttritionReport, CauseGroup, ModelFigures, ProtectedDecision, RiskBand, RiskEstimate, SurvivalReport, TooFewData } from "./attrition/types";
export type { PerformanceModel, PerformanceReport } from "./performance/types";
export type { Contribution, Counterfactual, CounterfactualChange, DeletionTest, Explanation, FeatureImportance } from "./explain/types";
export type { Channel, ChannelEffect, ChannelPlan, ChannelProblem, ChannelRole, ChannelRow, ChannelScenario, PastHire, ShadowPrice } from "./channels/types";
export type { Cluster, ClusterMember, ClusterReport } from "./clusters/types";
export type { CommentGroup, CommentPrediction, TextReport } from "./comments/types";
export type { Forecast, ForecastReport, HorizonError, Series } from "./forecast/types";
export type { SyntheticReport } from "./synthetic/types";
