package vn.minhbach;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigUtils;

/**
 * Takes Spring's search for {@code @EventListener} away. It goes through the methods of every
 * bean's class, made or not: the clients of S3 and Cognito alone bring 700 classes to functions
 * that use neither. Nothing here listens to events by annotation.
 */
public final class NoEventListeners implements BeanDefinitionRegistryPostProcessor {

  /** Made by Spring. */
  public NoEventListeners() {}

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    registry.removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME);
    registry.removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_FACTORY_BEAN_NAME);
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    // Definitions alone.
  }
}
