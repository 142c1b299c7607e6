package vn.minhbach.planted.core.campaign;

import vn.minhbach.planted.core.unit.PlantedFile;

/** A name that says nothing, and one half of a cycle. */
public record PlantedService(PlantedFile file) {}
