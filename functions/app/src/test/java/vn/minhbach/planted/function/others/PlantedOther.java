package vn.minhbach.planted.function.others;

/** Belongs to another route group. */
public final class PlantedOther {}
