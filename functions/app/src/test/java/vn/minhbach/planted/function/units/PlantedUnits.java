package vn.minhbach.planted.function.units;

import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import vn.minhbach.planted.adapter.s3.PlantedBucket;
import vn.minhbach.planted.function.others.PlantedOther;

/** A function that knows an adapter, Spring, another route group and the environment. */
public final class PlantedUnits implements Function<PlantedBucket, String> {

  @Bean
  PlantedOther other() {
    return new PlantedOther();
  }

  @Override
  public String apply(PlantedBucket bucket) {
    return System.getenv("TABLE_NAME");
  }
}
