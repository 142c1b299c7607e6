package vn.minhbach.planted.core.unit;

import java.nio.file.Path;
import vn.minhbach.planted.core.campaign.PlantedService;

/** A core that reads files, and the other half of a cycle. */
public record PlantedFile(Path path, PlantedService service) {}
