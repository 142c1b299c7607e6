package vn.minhbach.planted.core.assess.term;

import vn.minhbach.planted.core.assess.signing.PlantedSignature;

/** One half of a circle between two rooms of a phase. */
public record PlantedTerm(PlantedSignature signature) {}
